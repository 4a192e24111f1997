import { type Resource, resource, type Screen } from '#access/screen.ts'
import { answerRequest } from '../answer-request.ts'
import { askLifting } from '../ask-lifting.ts'
import { liftHold } from '../lift-hold.ts'
import { placeHold } from '../place-hold.ts'
import { recordRequest } from '../record-request.ts'
import { fileScreen } from './file.tsx'
import { recordsScreen } from './records.tsx'
import { requestsScreen } from './requests.tsx'
import { holdsScreen } from './standing-holds.tsx'
import { removalResources, retentionResource, retentionScreen } from './retention.tsx'

export const screens: Screen[] = [requestsScreen, retentionScreen, holdsScreen, recordsScreen, fileScreen]

const stands = recordsScreen
const then = ({ studentId }: { studentId: string }) => `/students/${studentId}/records`

export const resources: Resource[] = [
  retentionResource,
  ...removalResources,
  resource({ address: 'POST /students/:studentId/records', act: recordRequest, stands, then }),
  resource({
    address: 'POST /students/:studentId/records/:recordRequestId/answer',
    act: answerRequest,
    stands,
    then,
  }),
  resource({ address: 'POST /students/:studentId/holds', act: placeHold, stands, then }),
  resource({ address: 'POST /students/:studentId/holds/:holdId/asking', act: askLifting, stands, then }),
  resource({ address: 'POST /students/:studentId/holds/:holdId/end', act: liftHold, stands, then }),
]
