import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id, text } from '#platform/given.ts'
import { namedAt } from './people-at.ts'
import { toExplain } from './departures.ts'
import { explanationOf } from './levels.ts'
import { subjectOf } from './incident.ts'
import { workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * Why a call departed from the tree, or a run says less than the high one before it, and the second person
 * who looks at it [R104]. That is never whoever wrote it down.
 */
export const explainDeparture = act({
  name: 'crisis/explain-departure',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    callId: id,
    reason: text(500, 'Say why'),
    reviewerId: id,
  }),
  refusals: stepWords,
  fields: { reviewer_is_you: 'reviewerId', reviewer_wrote_it: 'reviewerId' },
  async do(unit, { incidentId, callId, reason, reviewerId }) {
    const held = await workOnIncident(unit, incidentId)
    const reviewer = (await namedAt(unit, held.incident, reviewerId)) ?? undefined
    const call = toExplain(held).find((each) => each.id === callId)
    if (call === undefined || explanationOf(held.entries, call) !== undefined)
      return refused(['nothing_to_explain'])
    const draft = {
      kind: 'departure_explained',
      words: reason,
      personId: reviewerId,
      aboutId: callId,
    } as const
    const entry = await writeEntry(unit, { held, said: { draft, reason, reviewerId: reviewer }, when: {} })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.departure_explained', subjectOf(held.incident), { reviewer: reviewerId })
    return done({ incidentId })
  },
})
