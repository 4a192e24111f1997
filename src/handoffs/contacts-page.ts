import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { caregiversToTalkWith } from './caregivers-to-talk-with.ts'
import { contactsOf } from './contact-store.ts'

/** Every try to reach the family of one referral, so that nobody asks twice [R053]. */
export const contactsPage = look({
  name: 'handoffs/contact-log',
  by: careTeam,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'handoffs'], parts: ['contact_details'] },
  async see(view, { referralId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    const names = await studentNames(view.tx, [referral.studentId])
    const model = await modelInForce(view.tx, view.now)
    const calendar = await calendarOf(view.tx)
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    return {
      referralId: referral.id,
      student: { id: referral.studentId, name: names.get(referral.studentId) ?? '' },
      contacts: await contactsOf(view.tx, referral.id),
      caregivers: view.knows('contact_details') ? await caregiversToTalkWith(view.tx, referral) : [],
      results: choicesOf(model.reasons.body, 'contact_result').map(({ code, label }) => ({
        code,
        label: label.en,
      })),
      mayWork: mayNavigate(view.actor, referral),
      timeZone: calendar.timeZone,
      now: view.now,
    }
  },
})
export type ContactsData = Awaited<ReturnType<typeof contactsPage.see>>
