import { type Resource, resource, type Screen } from '#access/screen.ts'
import { acknowledgeAlert } from '../acknowledge-alert.ts'
import { describeIncident } from '../describe-incident.ts'
import { startIncident } from '../start-incident.ts'
import { contactResources, contactsScreen } from './contacts.tsx'
import { crisisScreen } from './crisis.tsx'
import { departuresScreen } from './departures.tsx'
import { figuresScreen } from './figures.tsx'
import { incidentScreen } from './incident.tsx'
import { offlineScreen } from './offline.tsx'
import { paperScreens } from './papers.tsx'
import { stepResources } from './step-addresses.ts'

export const screens: Screen[] = [
  crisisScreen,
  incidentScreen,
  contactsScreen,
  departuresScreen,
  figuresScreen,
  offlineScreen,
  ...paperScreens,
]

const toIncident = ({ incidentId }: { incidentId: string }) => `/crisis/incidents/${incidentId}`

export const resources: Resource[] = [
  ...contactResources,
  ...stepResources,
  resource({
    address: 'POST /crisis/incidents',
    act: startIncident,
    stands: crisisScreen,
    at: (_, { school, studentId }) => ({
      ...(typeof school === 'string' && { school }),
      ...(typeof studentId === 'string' && { student: studentId }),
    }),
    then: toIncident,
  }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/acknowledgement',
    act: acknowledgeAlert,
    stands: incidentScreen,
    then: toIncident,
  }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/facts',
    act: describeIncident,
    stands: incidentScreen,
    then: toIncident,
  }),
]
