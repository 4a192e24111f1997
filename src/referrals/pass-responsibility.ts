import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { endEarlierResponsibility, findResponsibility } from './responsibility-store.ts'
import { findReferral } from './store.ts'

/**
 * An agency has accepted: from that instant an earlier one of the chain, or whoever held a student at high
 * risk at school, holds responsibility no more. No agency sees what others hold, so Throughline itself does
 * this; until then it stays where it was, and there is never a gap [R155] [R156].
 */
export const passResponsibility = act({
  name: 'referrals/pass-responsibility',
  by: ['system'],
  given: z.object({ referralId: id }),
  async do(unit, { referralId }) {
    const referral = (await findReferral(unit.tx, unit.actor, referralId)) ?? notFound()
    const subject = { type: 'student', id: referral.studentId, studentId: referral.studentId }
    unit.permit(true, subject)
    const held = await findResponsibility(unit.tx, referral.id)
    const passed =
      held?.partnerId != null && (await endEarlierResponsibility(unit, referral.id, held.acceptedAt))
    unit.record('responsibility.passed_on', subject, { referralId, passed })
    return done({ referralId, passed })
  },
})
