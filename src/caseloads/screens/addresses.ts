import type { Resource, Screen } from '#access/screen.ts'
import { caseloadScreen } from './caseload.tsx'
import { coordinatorResources, coordinatorsScreen } from './coordinators.tsx'

export const screens: Screen[] = [coordinatorsScreen, caseloadScreen]
export const resources: Resource[] = coordinatorResources
