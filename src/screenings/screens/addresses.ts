import type { Resource, Screen } from '#access/screen.ts'
import { instrumentResources, instrumentsScreen } from './instruments.tsx'
import { roundResource, roundScreen } from './round.tsx'
import { roundsResource, roundsScreen } from './rounds.tsx'
import { studentResources, studentScreen } from './student.tsx'

export const screens: readonly Screen[] = [roundsScreen, instrumentsScreen, roundScreen, studentScreen]
export const resources: readonly Resource[] = [
  roundsResource,
  ...instrumentResources,
  roundResource,
  ...studentResources,
]
