import type { Resource, Screen } from '#access/screen.ts'
import { absenceResources, absencesScreen } from './absences.tsx'
import { districtResource, districtScreen } from './district.tsx'
import { hoursResource, hoursScreen } from './hours.tsx'
import { liveDayResource, liveDayScreen } from './live-day.tsx'
import { peopleScreen } from './people.tsx'
import { assignmentEndResource, endResource, endScreen, invitationResource, personScreen } from './person.tsx'
import { addressResource, addressScreen } from './person-address.tsx'
import { lostStepConfirmation, lostStepResource, lostStepScreen } from './person-second-step.tsx'
import { schedulerResource, schedulerScreen } from './scheduler.tsx'
import {
  closureRemovalResource,
  closuresResource,
  schoolsScreen,
  termRemovalResource,
  termsResource,
} from './schools.tsx'

export const screens: Screen[] = [
  schoolsScreen,
  hoursScreen,
  districtScreen,
  liveDayScreen,
  schedulerScreen,
  peopleScreen,
  personScreen,
  addressScreen,
  lostStepScreen,
  endScreen,
  absencesScreen,
]
export const resources: Resource[] = [
  closuresResource,
  closureRemovalResource,
  termsResource,
  termRemovalResource,
  hoursResource,
  districtResource,
  liveDayResource,
  schedulerResource,
  invitationResource,
  assignmentEndResource,
  addressResource,
  lostStepResource,
  lostStepConfirmation,
  endResource,
  ...absenceResources,
]
