import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { consentsForReferral, isMinorConsented } from '#consent/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate, remindersOf, standingOfReminder } from '#referrals/contract.ts'
import { clockWords, lateness } from '#standards/contract.ts'
import { findReferralOfReminder, remindablesOf } from './reminder-attempt-store.ts'

/** The reminder of one visit: by when, whom to reach and how, and every try. */
export const reminderPage = look({
  name: 'handoffs/reminder',
  by: careTeam,
  given: z.object({ reminderId: id }),
  shows: { for: 'coordination', whole: ['identity', 'handoffs', 'visits'], parts: ['contact_details'] },
  async see(view, { reminderId }) {
    const { tx, actor, now } = view
    const referralId = (await findReferralOfReminder(tx, reminderId)) ?? notFound()
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(reaches(actor, referral))
    const reminder = (await remindersOf(tx, referralId)).find((each) => each.id === reminderId) ?? notFound()
    view.saw({ type: 'referral', id: referralId, studentId: referral.studentId })
    const calendar = await calendarOf(tx)
    return {
      referralId,
      reminder,
      standing: standingOfReminder(reminder, now),
      clock: {
        ...clockWords(calendar, { dueAt: reminder.dueAt, now }),
        late: lateness(calendar, reminder.dueAt, now).kind === 'late',
      },
      studentName: (await studentNames(tx, [referral.studentId])).get(referral.studentId) ?? '',
      // Whoever agreed alone is reminded themselves.
      people:
        !view.knows('contact_details') || isMinorConsented(await consentsForReferral(tx, referralId))
          ? []
          : await remindablesOf(tx, referral.studentId),
      mayWork: mayNavigate(actor, referral),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type ReminderData = Awaited<ReturnType<typeof reminderPage.see>>
