import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { crisisResponses } from '#standards/contract.ts'
import { itemsOf, told } from './outside.ts'
import { namedAt } from './people-at.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * A response was called: which, who called, when, whom they reached [R102]. What departs from the tree says
 * why and who looks at it [R104]; emergency services are written down at once, and say so later [R106]. What
 * they were told stands in the ledger from the same moment [R112].
 */
export const callResponse = act({
  name: 'crisis/call-response',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    response: choice(crisisResponses, 'Say what was called'),
    reached: optionalText(120),
    reason: optionalText(500),
    reviewerId: id.optional(),
    ...told,
    ...happened,
  }),
  refusals: stepWords,
  fields: { reason_missing: 'reason', reviewer_missing: 'reviewerId', reviewer_is_you: 'reviewerId' },
  async do(unit, { incidentId, response, reached, reason, reviewerId: asked, ...rest }) {
    const held = await workOnIncident(unit, incidentId)
    const reviewerId = (await namedAt(unit, held.incident, asked)) ?? undefined
    const { items, itemsAsked, ...when } = rest
    const called = { kind: 'response_called', what: response } as const
    const draft = { ...called, words: reached || null, items: itemsOf(called, { items, itemsAsked }) }
    const said = { draft, reason: reason || undefined, reviewerId }
    const entry = await writeEntry(unit, { held, said, when })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.response_called', subjectOf(held.incident), { response })
    return done({ incidentId })
  },
})
