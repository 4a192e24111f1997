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
  { act: 'debriefs/say-late', given: { incidentId } },
] as const
