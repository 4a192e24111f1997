import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { navigatingStaff, settleReferral } from '#referrals/contract.ts'
import { saveHandoff } from './store.ts'
import { offerObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

export const supportAnswers = ['accepted', 'later', 'declined'] as const

/**
 * The family chose not to share, which costs it nothing: support at school is offered, and what it says to that is kept
 * [R150].
 */
export const offerSupport = act({
  name: 'handoffs/offer-support',
  by: navigatingStaff,
  given: z.object({ referralId: id, supportAnswer: choice(supportAnswers, 'Say what the family answered') }),
  refusals: offerObstacleWords,
  async do(unit, { referralId, supportAnswer }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    if (handoff.state !== 'ended') return refused(['not_declined'])
    await saveHandoff(unit, handoff, { supportOfferedAt: handoff.supportOfferedAt ?? unit.now, supportAnswer })
    await settleReferral(unit, referral)
    unit.record('handoff.support_offered', subjectOf(referral), { answer: supportAnswer })
    return done({ id: referral.id })
  },
})
