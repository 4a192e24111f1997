import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { afterScenes } from './own-ids-after.ts'

const why = { reason: 'The team asked for it', reviewerId: cast.helen.id }
const found = { finding: 'was_right', words: 'It was right.' }

/** Acts in a crisis, of what is kept for one, and of early warning, that take ids. */
export const crisisScenes = [
  { act: 'crisis/name-role', by: 'daniel', given: { role: 'writes', self: '', personId: cast.ines.id } },
  {
    act: 'crisis/call-response',
    by: 'daniel',
    given: { incidentId: '=calledId', response: 'stabilization', ...why },
  },
  {
    act: 'crisis/note-result',
    by: 'daniel',
    given: { incidentId: '=calledId', callId: '=callId', result: 'came' },
  },
  {
    act: 'crisis/explain-departure',
    by: 'daniel',
    given: { incidentId: '=calledId', callId: '=callId', ...why },
  },
  {
    act: 'crisis/review-departure',
    by: 'helen',
    given: { incidentId: '=calledId', callId: '=explainedId', ...found },
  },
  { act: 'crisis/check-lead', by: 'yolanda', given: { number: '555-0150', personId: cast.ruth.id } },
  { act: 'crisis/tick-safety', by: 'daniel', given: {} },
  { act: 'crisis/run-rubric', by: 'daniel', given: {} },
  { act: 'crisis/tell-clinician', by: 'daniel', given: {} },
  { act: 'crisis/check-report', by: 'daniel', given: {} },
  { act: 'crisis/hand-over', by: 'daniel', given: {} },
  {
    act: 'crisis/say-danger',
    by: 'daniel',
    given: { danger: 'He said that he would run to the river.' },
  },
  { act: 'crisis/skip-step', by: 'daniel', given: { step: 'rubric', reviewerId: cast.helen.id } },
  { act: 'crisis/tell-caregiver', by: 'daniel', given: { told: 'no' } },
  { act: 'crisis/close-incident', by: 'ruth', given: {} },
  {
    act: 'crisis/end-incident',
    by: 'ruth',
    given: { ending: 'opened_by_mistake', why: 'A slip', reviewerId: cast.helen.id },
  },
  { act: 'crisis/confirm-ending', by: 'helen', given: { finding: 'agreed', words: 'A slip' } },
  {
    act: 'crisis/name-another-student',
    by: 'ruth',
    given: { mixUp: 'misheard', reviewerId: cast.helen.id },
  },
  { act: 'crisis/pass-on', by: 'ruth', given: { why: 'On their bus', schoolId: schools.harlow.id } },
  { act: 'crisis/take-incident', by: 'ruth', given: { fromId: cast.joan.id } },
  { act: 'standards/sign-proposal', by: 'noor', given: {} },
  { act: 'standards/publish-signed', by: 'yolanda', given: {} },
  { act: 'crisis/check-contact', by: 'ruth', given: { number: '555-0199' } },
  { act: 'crisis/end-contact', by: 'ruth', given: {} },
  { act: 'crisis/acknowledge-alert', by: 'ruth', given: {} },
  {
    act: 'warnings/enter-event',
    by: 'daniel',
    given: { kind: 'incident', code: 'other', startsOn: '2026-10-12' },
  },
  { act: 'warnings/start-reassessing', by: 'daniel', given: { everyDays: '14', reason: 'Slips away' } },
  { act: 'warnings/look-again', by: 'daniel', given: { outcome: 'steady' } },
  { act: 'warnings/stop-reassessing', by: 'daniel', given: {} },
  { act: 'crisis/start-incident', by: 'joan', given: {} },
  { act: 'crisis/describe-incident', by: 'joan', given: {} },
  ...afterScenes,
] as const

/** Nothing stops the start of an incident: an id that is nobody's is left out of it. */
export const startsAnyway = {
  'reviews/open-progress-meeting studentIds': 'whoever is on no caseload is refused alike',
  'family/stop-sharing partnerId': 'where nothing is shared, nothing stops',
  'crisis/start-incident studentId': 'an incident is opened, of nobody known yet',
  'crisis/start-incident schoolId': 'it is opened at the school of whoever starts it',
} as const
