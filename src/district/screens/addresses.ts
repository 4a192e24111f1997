import type { Resource, Screen } from '#access/screen.ts'
import { hoursResource, hoursScreen } from './hours.tsx'
import { liveDayResource, liveDayScreen } from './live-day.tsx'
import { peopleScreen } from './people.tsx'
import { assignmentEndResource, endResource, endScreen, invitationResource, personScreen } from './person.tsx'
import { closureRemovalResource, closuresResource, schoolsScreen } from './schools.tsx'

export const screens: Screen[] = [
  schoolsScreen,
  hoursScreen,
  liveDayScreen,
  peopleScreen,
  personScreen,
  endScreen,
]
export const resources: Resource[] = [
  closuresResource,
  closureRemovalResource,
  hoursResource,
  liveDayResource,
  invitationResource,
  assignmentEndResource,
  endResource,
]
