import type { Resource, Screen } from '#access/screen.ts'
import { agencyResources, agencyScreen } from './at-agency.tsx'
import { schoolResources, schoolScreen } from './at-school.tsx'

export const screens: Screen[] = [schoolScreen, agencyScreen]
export const resources: Resource[] = [...schoolResources, ...agencyResources]
