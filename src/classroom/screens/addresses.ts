import type { Resource, Screen } from '#access/screen.ts'
import { schoolVisitResource, schoolVisitsScreen } from './school-visits.tsx'
import { tellResource, tellScreen } from './tell.tsx'
import { timesResources, timesScreen } from './times.tsx'

export const screens: Screen[] = [timesScreen, tellScreen, schoolVisitsScreen]
export const resources: Resource[] = [...timesResources, tellResource, schoolVisitResource]
