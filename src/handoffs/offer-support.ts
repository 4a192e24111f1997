import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { navigatingStaff, settleReferral } from '#referrals/contract.ts'
import { GivenPlan, openOffered, planOffered } from '#supports/contract.ts'
import { saveHandoff } from './store.ts'
import { offerObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

export const supportAnswers = ['accepted', 'later', 'declined'] as const
const Offer = z.object({
  referralId: id,
  supportAnswer: choice(supportAnswers, 'Say what the family answered'),
  /** Asked when the family says yes. */
  ...GivenPlan,
})

/**
 * The family chose not to share, which costs it nothing: support at school is offered, and what it says to
 * that is kept [R150]. A yes opens the support at once.
 */
export const offerSupport = act({
  name: 'handoffs/offer-support',
  by: navigatingStaff,
  given: Offer,
  refusals: offerObstacleWords,
  async do(unit, offered) {
    const { referral, handoff } = await workOnHandoff(unit, offered.referralId)
    if (handoff.state !== 'ended') return refused(['not_declined'])
    if (handoff.supportAnswer === 'accepted') return refused(['accepted_already'])
    const { supportAnswer } = offered
    const { because, plan } = await planOffered(unit, referral, offered)
    if (supportAnswer === 'accepted' && because.length > 0) return refused(because)

    const supportId = supportAnswer === 'accepted' ? await openOffered(unit, referral, plan) : null
    saveHandoff(unit, handoff, { supportOfferedAt: unit.now, supportAnswer })
    await settleReferral(unit, referral)
    unit.record('handoff.support_offered', subjectOf(referral), { answer: supportAnswer, supportId })
    return done({ id: referral.id, supportId })
  },
})
