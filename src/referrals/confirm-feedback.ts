import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { catalog } from '#platform/words.ts'
import { id, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { addFeedback } from './closing-store.ts'
import { referralLifecycle } from './lifecycle.ts'
import { settleReferral } from './move-referral.ts'
import { mayCareFor } from './policy.ts'
import { holdReferral } from './store.ts'

const words = catalog({
  en: {
    already_ended: 'This referral has ended already.',
    nothing_to_judge: 'No agency has accepted yet, so there is no feedback to judge.',
  },
})

/**
 * The third confirmation: does the school know enough to carry on [R073]? A later no takes an earlier yes
 * back.
 */
export const confirmFeedback = act({
  name: 'referrals/confirm-feedback',
  by: careTeam,
  given: z.object({ referralId: id, sufficient: yesNo('Say yes or no') }),
  refusals: words,
  async do(unit, { referralId, sufficient }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayCareFor(unit.actor, referral), subject)
    const obstacles: ('already_ended' | 'nothing_to_judge')[] = [
      ...(referralLifecycle.ends(referral.state) ? (['already_ended'] as const) : []),
      ...(referral.acceptedAt === null ? (['nothing_to_judge'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    addFeedback(unit, referral, sufficient)
    await settleReferral(unit, referral)
    unit.record(sufficient ? 'referral.feedback_confirmed' : 'referral.feedback_missing', subject)
    return done({ referralId })
  },
})
