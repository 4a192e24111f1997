import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, optionalText, ticked } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { bookVisit, judgeWeek, obstaclesToVisit } from './book-visit.ts'
import { mayNavigate, navigatingStaff } from './navigate.ts'
import { obstaclesToStep } from './rules.ts'
import { holdReferral } from './store.ts'
import { obstaclesToTelehealth } from './telehealth.ts'
import { videoAgreed } from './video-agreed.ts'
import { offersOf, takeOffer as take, visitsOf } from './visit-store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** The family chose one of the times the agency offered; the navigator books it. */
export const takeOffer = act({
  name: 'referrals/take-offer',
  by: navigatingStaff,
  given: z.object({
    referralId: id,
    offerId: id,
    lateReason: optionalText(60),
    /** For a visit by video: the student has a room where nobody hears. */
    privateSpace: ticked,
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, offerId, lateReason, privateSpace }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayNavigate(unit.actor, referral), subject)
    const offer = (await offersOf(unit.tx, referral.id)).find((each) => each.id === offerId) ?? notFound()
    const week = await judgeWeek(unit, referral, { kind: offer.kind, startsAt: offer.startsAt, lateReason })
    const wanted = { ...offer, privateSpace, lateReason: week.lateReason, replacesId: null }
    const visits = await visitsOf(unit.tx, referral.id)
    const obstacles: Obstacle[] = [
      ...obstaclesToStep(referral.state, 'schedule'),
      ...(offer.appointmentId === null && offer.partnerId === referral.partnerId
        ? []
        : (['already_answered'] as const)),
      ...obstaclesToVisit({ referral, wanted, now: unit.now, visits }),
      ...week.obstacles,
      ...obstaclesToTelehealth({ ...wanted, agreed: await videoAgreed(unit, referral) }),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    const appointmentId = await bookVisit(unit, { referral, wanted, source: 'school_confirmed', subject })
    await take(unit, offer.id, appointmentId)
    unit.record('referral.offer_taken', subject, { offerId: offer.id, appointmentId })
    return done({ referralId, appointmentId })
  },
})
