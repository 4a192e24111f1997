import { type Resource, resource, type Screen } from '#access/screen.ts'
import { acknowledgeAlert } from '../acknowledge-alert.ts'
import { describeIncident } from '../describe-incident.ts'
import { startIncident } from '../start-incident.ts'
import { crisisScreen } from './crisis.tsx'
import { incidentScreen } from './incident.tsx'

export const screens: Screen[] = [crisisScreen, incidentScreen]

const toIncident = ({ incidentId }: { incidentId: string }) => `/crisis/incidents/${incidentId}`

export const resources: Resource[] = [
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
