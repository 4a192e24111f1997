import { type Resource, resource, type Screen } from '#access/screen.ts'
import { acknowledgeConcern } from '../acknowledge-concern.ts'
import { answerQuestion } from '../answer-question.ts'
import { answerReview } from '../answer-review.ts'
import { askAsCaregiver } from '../ask-as-caregiver.ts'
import { askAsStudent } from '../ask-as-student.ts'
import { askReporter } from '../ask-reporter.ts'
import { closeConcern } from '../close-concern.ts'
import { decideTriage } from '../decide-triage.ts'
import { matchStudent } from '../match-student.ts'
import { retriageStudent } from '../open-retriage.ts'
import { raiseConcern } from '../raise-concern.ts'
import { routeQueue } from '../route-queue.ts'
import { screenConcern } from '../screen-concern.ts'
import { askScreen, receivedScreen } from './ask.tsx'
import { askAsCaregiverScreen, askAsStudentScreen } from './ask-forms.tsx'
import { closedConcernsScreen } from './closed-concerns.tsx'
import { concernScreen } from './concern-page.tsx'
import { decisionScreen } from './decision-page.tsx'
import { findStudentScreen, newConcernScreen } from './new-concern.tsx'
import { ownConcernsScreen } from './own-concerns.tsx'
import { queueOwnersScreen } from './queue-owners.tsx'
import { studentToTriageScreen } from './student-to-triage.tsx'
import { triageScreen } from './triage-page.tsx'
import { triageQueueScreen } from './triage-queue.tsx'

export const screens: Screen[] = [
  triageQueueScreen,
  findStudentScreen,
  newConcernScreen,
  ownConcernsScreen,
  queueOwnersScreen,
  closedConcernsScreen,
  concernScreen,
  triageScreen,
  decisionScreen,
  studentToTriageScreen,
  askScreen,
  askAsStudentScreen,
  askAsCaregiverScreen,
  receivedScreen,
]

const backToConcern = ({ concernId }: { concernId: string }) => `/concerns/${concernId}`
const onConcern = { stands: concernScreen, then: backToConcern }

/**
 * Where a decision leads: a crisis page at once, else to what was decided and who owes what now [R017]
 * [R023].
 */
const afterDeciding = ({
  decisionId,
  path,
  openedId,
}: {
  decisionId: string
  path: 'a' | 'b' | 'c'
  openedId: string
}) => (path === 'c' ? `/crisis/incidents/${openedId}` : `/decisions/${decisionId}`)

const received = ({ language }: { language: string }, { place }: Record<string, string>) =>
  `/ask/${place}/received?lang=${language}`

export const resources: Resource[] = [
  resource({
    address: 'POST /students/:studentId/concerns',
    act: raiseConcern,
    stands: newConcernScreen,
    then: () => '/concerns/mine',
  }),
  resource({ address: 'POST /concerns/:concernId/acknowledgement', act: acknowledgeConcern, ...onConcern }),
  resource({ address: 'POST /concerns/:concernId/student', act: matchStudent, ...onConcern }),
  resource({ address: 'POST /concerns/:concernId/question', act: askReporter, ...onConcern }),
  resource({
    address: 'POST /concerns/:concernId/answer',
    act: answerQuestion,
    stands: ownConcernsScreen,
    then: () => '/concerns/mine',
  }),
  resource({
    address: 'POST /concerns/:concernId/closure',
    act: closeConcern,
    stands: concernScreen,
    then: () => '/concerns',
  }),
  resource({
    address: 'POST /concerns/:concernId/screening',
    act: screenConcern,
    stands: triageScreen,
    then: ({ concernId, incidentId }) =>
      incidentId === null ? `/concerns/${concernId}/triage#indicated` : `/crisis/incidents/${incidentId}`,
  }),
  resource({
    address: 'POST /concerns/:concernId/decision',
    act: decideTriage,
    stands: triageScreen,
    then: afterDeciding,
  }),
  resource({
    address: 'POST /decisions/:decisionId/review',
    act: answerReview,
    stands: decisionScreen,
    then: ({ decisionId }) => `/decisions/${decisionId}`,
  }),
  resource({
    address: 'POST /students/:studentId/triage',
    act: retriageStudent,
    stands: studentToTriageScreen,
    then: backToConcern,
  }),
  resource({
    address: 'POST /schools/:schoolId/triage-queue',
    act: routeQueue,
    stands: queueOwnersScreen,
    at: ({ schoolId = '' }) => ({ from: schoolId }),
    then: ({ schoolId }: { schoolId: string }) => `/triage-queues?from=${schoolId}`,
  }),
  resource({
    address: 'POST /ask/:place/student',
    act: askAsStudent,
    stands: askAsStudentScreen,
    then: received,
    open: true,
  }),
  resource({
    address: 'POST /ask/:place/caregiver',
    act: askAsCaregiver,
    stands: askAsCaregiverScreen,
    then: received,
    open: true,
  }),
]
