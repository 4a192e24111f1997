import type { Resource, Screen } from '#access/screen.ts'
import { hoursResource, hoursScreen } from './hours.tsx'
import { closureRemovalResource, closuresResource, schoolsScreen } from './schools.tsx'

export const screens: Screen[] = [schoolsScreen, hoursScreen]
export const resources: Resource[] = [closuresResource, closureRemovalResource, hoursResource]
