import type { Resource, Screen } from '#access/screen.ts'
import { drillResources, drillScreen } from './drill.tsx'
import { drillsResource, drillsScreen } from './drills.tsx'
import { teamResources, teamScreen } from './team.tsx'

export const screens: readonly Screen[] = [drillsScreen, drillScreen, teamScreen]
export const resources: readonly Resource[] = [drillsResource, ...drillResources, ...teamResources]
