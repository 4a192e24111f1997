import type { Resource, Screen } from '#access/screen.ts'
import { cyclingScreen } from './cycling.tsx'
import { caseloadsScreen } from './caseloads.tsx'
import { arrangementResource, endResource, helpScreen } from './help.tsx'
import { helpsResource, helpsScreen } from './helps.tsx'

export const screens: Screen[] = [helpsScreen, helpScreen, caseloadsScreen, cyclingScreen]
export const resources: Resource[] = [helpsResource, arrangementResource, endResource]
