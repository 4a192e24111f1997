import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { findReferralOf } from './appointment-store.ts'
import { book, visitGiven } from './booking.ts'
import { bookingObstacleWords } from './words.ts'
import { workOnHandoff } from './work-on-handoff.ts'

/**
 * Another time is found after a missed, cancelled or unsuitable visit. The two stay linked, and the first
 * stays as it was.
 */
export const rebookAppointment = act({
  name: 'handoffs/rebook-appointment',
  by: navigatingStaff,
  given: z.object({ appointmentId: id, ...visitGiven }),
  refusals: bookingObstacleWords,
  async do(unit, { appointmentId, ...given }) {
    const referralId = (await findReferralOf(unit.tx, appointmentId)) ?? notFound()
    const { referral } = await workOnHandoff(unit, referralId)
    const outcome = await book(unit, { referral, given, replacesId: appointmentId })
    return 'because' in outcome ? refused(outcome.because) : done({ referralId, ...outcome })
  },
})
