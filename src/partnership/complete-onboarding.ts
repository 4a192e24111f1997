import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findPartner, markOnboarded } from '#directory/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { missingSteps } from './onboarding.ts'
import { onboardingOf } from './onboarding-store.ts'
import { gateOf } from './gate-store.ts'
import { onboardingObstacleWords } from './words.ts'

/**
 * The agency's list is complete: from now on it can be chosen. Every step still missing is named at once
 * [R288].
 */
export const completeOnboarding = act({
  name: 'partnership/complete-onboarding',
  by: ['district_head'],
  given: z.object({ partnerId: id }),
  refusals: onboardingObstacleWords,
  async do(unit, { partnerId }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    if (partner.onboardedAt !== null) return refused(['already_on_board'])
    const { obstacles } = await gateOf(unit.tx, partnerId, dayOf(await calendarOf(unit.tx), unit.now))
    const doneOn = await onboardingOf(unit.tx, partnerId)
    const missing = missingSteps({ gate: obstacles, hasRoute: partner.route !== null, doneOn })
    if (missing.length > 0) return refused(missing)

    await markOnboarded(unit, partnerId)
    unit.record('partner.onboarded', subject)
    return done({ partnerId })
  },
})
