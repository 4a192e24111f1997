import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { furtherAnswers, type FurtherService, furtherServices, obstaclesToFurther } from './further.ts'
import { furtherRequestsOf, linkFurther, saveFurtherAnswer } from './further-store.ts'
import { mayNavigate, navigatingStaff } from './navigate.ts'
import { openReferralWith } from './open-referral.ts'
import type { Referral } from './referral.ts'
import { holdReferral } from './store.ts'
import { tierOfReferral } from './tier-store.ts'
import { obstacleWords } from './words.ts'

/**
 * The further referral: linked to the first, with a handoff and consents of its own, and clocks that start
 * now. The family chooses its agency in that handoff, as of every referral.
 */
async function open(unit: Unit, referral: Referral, serviceSought: FurtherService): Promise<string> {
  const opened = await openReferralWith(unit, {
    id: unit.id(),
    studentId: referral.studentId,
    schoolId: referral.schoolId,
    decisionId: null,
    partnerId: null,
    navigatorId: referral.navigatorId,
    reasonCategory: referral.reasonCategory,
    serviceSought,
    modality: referral.modality,
    referredAt: unit.now,
    firstReferredAt: unit.now,
    predecessorId: null,
    tier: await tierOfReferral(unit.tx, referral.id),
    stated: [],
    highNeed: referral.highNeed,
  })
  await linkFurther(unit, opened.id, referral.id)
  return opened.id
}

/**
 * The navigator answers an agency that asked, after talking with the family: opened for what was chosen with
 * them, the family chose otherwise, or not needed any more [R035].
 */
export const answerFurtherRequest = act({
  name: 'referrals/answer-further-request',
  by: navigatingStaff,
  given: z.object({
    referralId: id,
    requestId: id,
    answer: choice(furtherAnswers, 'Choose an answer'),
    /** What a referral is opened for; the agency was not asked. */
    serviceSought: choice(furtherServices, 'Choose what it is for').optional(),
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, requestId, answer, serviceSought }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayNavigate(unit.actor, referral), subject)
    const request =
      (await furtherRequestsOf(unit.tx, referral.id)).find((each) => each.id === requestId) ?? notFound()
    const obstacles = obstaclesToFurther(request, { answer, serviceSought })
    if (obstacles.length > 0) return refused(obstacles)

    const opens = answer === 'opened' && serviceSought !== undefined
    const openedReferralId = opens ? await open(unit, referral, serviceSought) : null
    await saveFurtherAnswer(unit, request.id, { answer, openedReferralId })
    unit.record('referral.further_answered', subject, { requestId, answer, openedReferralId })
    return done({ referralId, openedReferralId })
  },
})
