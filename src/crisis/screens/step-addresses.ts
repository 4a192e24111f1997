import { type Resource, resource } from '#access/screen.ts'
import { askTrained } from '../ask-trained.ts'
import { callResponse } from '../call-response.ts'
import { checkReport } from '../check-report.ts'
import { closeIncident } from '../close-incident.ts'
import { confirmEnding } from '../confirm-ending.ts'
import { endIncident } from '../end-incident.ts'
import { explainDeparture } from '../explain-departure.ts'
import { handOver } from '../hand-over.ts'
import { nameAnotherStudent } from '../name-another-student.ts'
import { nameRole } from '../name-role.ts'
import { noteResult } from '../note-result.ts'
import { passOn } from '../pass-on.ts'
import { reviewDeparture } from '../review-departure.ts'
import { runRubric } from '../run-rubric.ts'
import { sayDanger } from '../say-danger.ts'
import { skipStep } from '../skip-step.ts'
import { takeIncident } from '../take-incident.ts'
import { tellCaregiver } from '../tell-caregiver.ts'
import { tellClinician } from '../tell-clinician.ts'
import { tickSafety } from '../tick-safety.ts'
import { incidentScreen } from './incident.tsx'

const then = ({ incidentId }: { incidentId: string }) => `/crisis/incidents/${incidentId}`
const stands = incidentScreen

/** Everything that is written down in a live incident. Each leads back to it. */
export const stepResources: Resource[] = [
  resource({ address: 'POST /crisis/incidents/:incidentId/safety', act: tickSafety, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/roles', act: nameRole, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/rubric', act: runRubric, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/trained', act: askTrained, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/responses', act: callResponse, stands, then }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/responses/results',
    act: noteResult,
    stands,
    then,
  }),
  resource({ address: 'POST /crisis/incidents/:incidentId/departures', act: explainDeparture, stands, then }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/departures/reviews',
    act: reviewDeparture,
    stands,
    then,
  }),
  resource({ address: 'POST /crisis/incidents/:incidentId/caregiver', act: tellCaregiver, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/clinician', act: tellClinician, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/report-check', act: checkReport, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/handover', act: handOver, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/danger', act: sayDanger, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/skips', act: skipStep, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/owner', act: takeIncident, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/ending', act: endIncident, stands, then }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/ending/confirmation',
    act: confirmEnding,
    stands,
    then,
  }),
  resource({
    address: 'POST /crisis/incidents/:incidentId/another-student',
    act: nameAnotherStudent,
    stands,
    at: (given, { name }) => ({ ...given, ...(typeof name === 'string' && { name }) }),
    then,
  }),
  resource({ address: 'POST /crisis/incidents/:incidentId/passing-on', act: passOn, stands, then }),
  resource({ address: 'POST /crisis/incidents/:incidentId/closing', act: closeIncident, stands, then }),
]
