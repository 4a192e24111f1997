import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdFollowUp, insertFollowUp, saveContact } from './follow-up-store.ts'
import { dueFromNow, subjectOf } from './open-return.ts'
import { contactOutcomes } from './plan.ts'
import { planners } from './policy.ts'
import { findPlan } from './store.ts'
import { contactWords } from './words.ts'

/**
 * What came of a contact after a crisis. While the student is not stable the next one is planned, sooner
 * where nobody was reached [R126].
 */
export const makeContact = act({
  name: 'returns/make-contact',
  by: planners,
  given: z.object({
    followUpId: id,
    outcome: choice(contactOutcomes, 'Say what came of it'),
    words: optionalText(500),
  }),
  refusals: contactWords,
  fields: { words_missing: 'words' },
  async do(unit, { followUpId, outcome, words }) {
    const held = (await holdFollowUp(unit, followUpId)) ?? notFound()
    unit.permit(true, subjectOf(held))
    if (held.endedAt !== null) return refused(['ended_already'])
    if (outcome === 'not_needed' && !words) return refused(['words_missing'])
    saveContact(unit, held, { outcome, words: words ? words : null })
    const plan = await findPlan(unit.tx, unit.actor, held.incidentId)
    if (outcome !== 'not_needed' && plan !== undefined && plan.endedAt === null) {
      const dueAt = await dueFromNow(unit, outcome === 'reached' ? 'follow_up_again' : 'follow_up')
      insertFollowUp(unit, { ...held, dueAt })
    }
    unit.record('follow_up.made', subjectOf(held), { whom: held.whom, outcome })
    return done({ incidentId: held.incidentId, followUpId })
  },
})
