import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { consentsForReferral, isMinorConsented } from '#consent/contract.ts'
import { choice, choices, id } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { firstVisitOf } from './appointment-store.ts'
import { deliveries, planLanguages } from './handoff.ts'
import { saveHandoff } from './store.ts'
import { planObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Delivery = z.object({
  referralId: id,
  planLanguage: choice(planLanguages, 'Choose a language'),
  delivery: choices(choice(deliveries)),
})

/** The family has its plan, in its language: when, where, what to bring, whom to call [R050]. */
export const givePlan = act({
  name: 'handoffs/give-plan',
  by: navigatingStaff,
  given: Delivery,
  refusals: planObstacleWords,
  async do(unit, { referralId, planLanguage, delivery }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    const [visit, consents] = await Promise.all([
      firstVisitOf(unit.tx, referral.id),
      consentsForReferral(unit.tx, referral.id),
    ])
    const alone = isMinorConsented(consents)
    const because = [
      ...(alone ? (['minor_consented'] as const) : []),
      ...(referral.endedAt === null ? [] : (['referral_ended'] as const)),
      ...(visit === undefined ? (['no_visit'] as const) : []),
      ...(delivery.length === 0 ? (['no_delivery'] as const) : []),
    ]
    if (because.length > 0) return refused(because)
    saveHandoff(unit, handoff, { planLanguage, planDelivery: delivery, planGivenAt: unit.now })
    unit.record('handoff.plan_given', subjectOf(referral), { language: planLanguage, delivery })
    return done({ id: referral.id })
  },
})
