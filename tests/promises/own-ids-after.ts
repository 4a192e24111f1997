import { steps } from '#crisis/contract.ts'
import { cast } from '../riverside/cast.ts'

const incidentId = '=closedId'
const marks = Object.fromEntries(steps.map((step) => [step, 'followed']))

/** Acts of what is owed after an incident was closed. */
export const afterScenes = [
  {
    act: 'debriefs/write-review',
    by: 'samuel',
    given: { incidentId, marks, outcome: 'At home', learned: 'Much' },
  },
  {
    act: 'debriefs/add-improvement',
    by: 'samuel',
    given: { incidentId, words: 'Practice', ownerId: cast.daniel.id, dueOn: '2026-10-20' },
  },
  { act: 'debriefs/end-improvement', by: 'daniel', given: { outcome: 'done' } },
  { act: 'debriefs/answer-request', by: 'yolanda', given: { answer: 'taken_up', reason: 'Asked by all' } },
  { act: 'governance/review-case', by: 'lucia', given: { marks } },
  { act: 'debriefs/say-late', given: { incidentId } },
  { act: 'returns/say-late', given: { incidentId } },
  { act: 'returns/write-plan', by: 'grace', given: { incidentId, supports: 'A pass' } },
  { act: 'returns/agree-plan', by: 'grace', given: { incidentId } },
  {
    act: 'returns/change-plan',
    by: 'grace',
    given: { incidentId, how: 'change', because: 'The day moved' },
  },
  { act: 'returns/set-aside', by: 'grace', given: { incidentId, because: 'Moves away' } },
  { act: 'returns/note-return', by: 'grace', given: { incidentId, returnedOn: '2026-10-13' } },
  { act: 'returns/look-at-return', by: 'grace', given: { incidentId, outcome: 'goes_on' } },
  {
    act: 'returns/give-sheet',
    by: 'grace',
    given: { incidentId, words: 'A pass', contactId: cast.grace.id, readerIds: cast.joan.id },
  },
  { act: 'returns/make-contact', by: 'grace', given: { outcome: 'reached' } },
] as const
