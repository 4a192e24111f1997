import { classTimesOf } from '#classroom/contract.ts'
import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate, navigatingStaff, sameWeekOf } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { appointmentsOf, findReferralOf } from './appointment-store.ts'

/** One visit that is to be moved to another time. */
export const rebookingPage = look({
  name: 'handoffs/rebooking',
  by: navigatingStaff,
  given: z.object({ appointmentId: id }),
  shows: { for: 'coordination', whole: ['handoffs', 'visits'] },
  async see(view, { appointmentId }) {
    const referralId = (await findReferralOf(view.tx, appointmentId)) ?? notFound()
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(mayNavigate(view.actor, referral))
    const calendar = await calendarOf(view.tx)
    const model = await modelInForce(view.tx, view.now)
    const visit =
      (await appointmentsOf(view.tx, referral.id)).find((each) => each.id === appointmentId) ?? notFound()
    view.saw({ type: 'appointment', id: visit.id, studentId: referral.studentId })
    return {
      visit,
      sameWeekDueAt: (await sameWeekOf(view.tx, referral, calendar)).dueAt,
      classTimes: await classTimesOf(view.tx, referral.studentId),
      barriers: choicesOf(model.reasons.body, 'barrier').map(({ code, label }) => ({
        code,
        label: label.en,
      })),
      timeZone: calendar.timeZone,
      now: view.now,
    }
  },
})
export type RebookingData = Awaited<ReturnType<typeof rebookingPage.see>>
