import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate, navigatingStaff } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { correctionsOf } from './correction-store.ts'
import { getHandoff } from './store.ts'

/** The little a side page of the handoff needs: whose it is, its times, and the lists. */
async function see(view: Viewing, { referralId }: { referralId: string }) {
  const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
  view.permit(mayNavigate(view.actor, referral))
  const names = await studentNames(view.tx, [referral.studentId])
  const model = await modelInForce(view.tx, view.now)
  const calendar = await calendarOf(view.tx)
  view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
  return {
    referralId: referral.id,
    studentName: names.get(referral.studentId) ?? '',
    handoff: await getHandoff(view.tx, referral.id),
    corrections: await correctionsOf(view.tx, referral.id),
    missReasons: choicesOf(model.reasons.body, 'handoff_miss').map(({ code, label }) => ({
      code,
      label: label.en,
    })),
    timeZone: calendar.timeZone,
    now: view.now,
  }
}
export type HandoffBrief = Awaited<ReturnType<typeof see>>

const given = z.object({ referralId: id })
export const exceptionPage = look({
  name: 'handoffs/exception',
  by: navigatingStaff,
  shows: { for: 'coordination', whole: ['identity', 'handoffs'] },
  given,
  see,
})
export const correctionsPage = look({
  name: 'handoffs/corrections',
  by: navigatingStaff,
  shows: { for: 'coordination', whole: ['identity', 'handoffs'] },
  given,
  see,
})
