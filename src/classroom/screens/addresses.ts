import type { Resource, Screen } from '#access/screen.ts'
import { tellResource, tellScreen } from './tell.tsx'
import { timesResources, timesScreen } from './times.tsx'

export const screens: Screen[] = [timesScreen, tellScreen]
export const resources: Resource[] = [...timesResources, tellResource]
