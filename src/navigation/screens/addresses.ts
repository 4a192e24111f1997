import type { Resource, Screen } from '#access/screen.ts'
import { cyclingScreen } from './cycling.tsx'
import { caseloadsScreen } from './caseloads.tsx'
import { arrangementResource, endResource, helpScreen } from './help.tsx'
import { helpsResource, helpsScreen, suggestedResource } from './helps.tsx'
import { callResource, outsideResource, outsideScreen } from './outside.tsx'

export const screens: Screen[] = [outsideScreen, helpsScreen, helpScreen, caseloadsScreen, cyclingScreen]
export const resources: Resource[] = [
  outsideResource,
  callResource,
  helpsResource,
  suggestedResource,
  arrangementResource,
  endResource,
]
