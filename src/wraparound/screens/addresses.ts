import type { Resource, Screen } from '#access/screen.ts'
import { ownTeamsScreen } from './own-teams.tsx'
import { teamResources, teamScreen } from './team.tsx'

export const screens: Screen[] = [teamScreen, ownTeamsScreen]
export const resources: Resource[] = teamResources
