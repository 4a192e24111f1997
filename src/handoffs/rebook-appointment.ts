import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choices, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { findReferralOf } from './appointment-store.ts'
import { openBarriers } from './barrier-store.ts'
import { book, visitGiven } from './booking.ts'
import { rebookingObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

/**
 * Another time is found after a missed, cancelled or unsuitable visit. The two stay linked, and the first
 * stays as it was. What stood in its way opens a barrier that is linked to it [R083].
 */
export const rebookAppointment = act({
  name: 'handoffs/rebook-appointment',
  by: navigatingStaff,
  given: z.object({
    appointmentId: id,
    ...visitGiven,
    /** Codes of the barrier list: what stood in the way of the visit that is moved. */
    conflicts: choices(z.string().max(60)),
  }),
  refusals: rebookingObstacleWords,
  async do(unit, { appointmentId, conflicts, ...given }) {
    const referralId = (await findReferralOf(unit.tx, appointmentId)) ?? notFound()
    const { referral } = await workOnHandoff(unit, referralId)
    const model = await modelInForce(unit.tx, unit.now)
    const known = new Set(choicesOf(model.reasons.body, 'barrier').map(({ code }) => code))
    if (!conflicts.every((code) => known.has(code))) return refused(['barrier_unknown'])
    const outcome = await book(unit, { referral, given, replacesId: appointmentId })
    if ('because' in outcome) return refused(outcome.because)

    const about = { referralId, studentId: referral.studentId, appointmentId }
    const opened = await openBarriers(unit, about, conflicts)
    if (opened.length > 0) unit.record('barrier.opened', subjectOf(referral), { categories: opened })
    return done({ referralId, ...outcome })
  },
})
