import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdFollowUp, insertFollowUp, saveContact } from './follow-up-store.ts'
import { dueFromNow, subjectOf } from './open-return.ts'
import { contactOutcomes, type FollowUp } from './plan.ts'
import { planners } from './policy.ts'
import { findPlan } from './store.ts'
import { contactWords } from './words.ts'

/** Whether the student has a plan to come back that has not ended. */
async function isFollowed({ tx, actor }: Unit, { incidentId }: FollowUp): Promise<boolean> {
  const plan = await findPlan(tx, actor, incidentId)
  return plan !== undefined && plan.endedAt === null
}

/**
 * What came of a contact after a crisis. Whoever was not reached is tried again, plan or none; whoever was is
 * contacted again, later, while the student is followed and not stable [R126].
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
    const again = { reached: 'follow_up_again', not_reached: 'follow_up', not_needed: null } as const
    const clock = again[outcome]
    if (clock !== null && (outcome === 'not_reached' || (await isFollowed(unit, held))))
      insertFollowUp(unit, { ...held, dueAt: await dueFromNow(unit, clock) })
    unit.record('follow_up.made', subjectOf(held), { whom: held.whom, outcome })
    return done({ incidentId: held.incidentId, followUpId })
  },
})
