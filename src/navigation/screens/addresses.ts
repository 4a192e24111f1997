import type { Resource, Screen } from '#access/screen.ts'
import { caseloadsScreen } from './caseloads.tsx'
import { arrangementResource, endResource, helpScreen } from './help.tsx'
import { helpsResource, helpsScreen } from './helps.tsx'

export const screens: Screen[] = [helpsScreen, helpScreen, caseloadsScreen]
export const resources: Resource[] = [helpsResource, arrangementResource, endResource]
