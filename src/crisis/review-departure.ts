import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { toExplain } from './departures.ts'
import { explanationOf, reviewOf } from './levels.ts'
import { subjectOf } from './incident.ts'
import { workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** What a second person can find about a departure from the tree. */
export const departureFindings = ['was_right', 'to_learn_from'] as const

/**
 * The person who was named looks at a departure, and says what they found [R104]. Nobody looks at what they
 * wrote down themselves.
 */
export const reviewDeparture = act({
  name: 'crisis/review-departure',
  by: schoolStaff,
  given: z.object({
    incidentId: id,
    callId: id,
    finding: choice(departureFindings, 'Say what you found'),
    words: text(1000, 'Say what you found'),
  }),
  refusals: stepWords,
  async do(unit, { incidentId, callId, finding, words }) {
    const held = await workOnIncident(unit, incidentId)
    const call = toExplain(held).find((each) => each.id === callId)
    const explained = call && explanationOf(held.entries, call)
    const { personId } = unit.actor
    if (call === undefined || explained?.personId !== personId || call.enteredBy === personId)
      return refused(['not_your_review'])
    if (reviewOf(held.entries, call) !== undefined) return refused(['reviewed_already'])
    const draft = { kind: 'departure_reviewed', what: finding, words, aboutId: callId } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when: {} })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.departure_reviewed', subjectOf(held.incident), { finding })
    return done({ incidentId })
  },
})
