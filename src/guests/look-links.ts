import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { getPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate } from '#referrals/contract.ts'
import { contactsOf } from './contact-store.ts'
import { guestLinkStanding } from './guest-link.ts'
import { guestLinksOf, type ListedGuestLink } from './link-store.ts'
import { linkReaders } from './policy.ts'

const listed = (link: ListedGuestLink, now: Date) => ({
  id: link.id,
  name: link.name,
  askedAt: link.askedAt,
  is: guestLinkStanding(link, now),
})

/** The links an agency was sent of one referral, and how each stands. */
export const lookLinks = look({
  name: 'guests/links',
  by: linkReaders,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['referrals'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(reaches(actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const { partnerId, number, sentAt, endedAt } = referral
    const calendar = await calendarOf(tx)
    const atAgency = partnerId !== null && sentAt !== null && endedAt === null
    const contacts = atAgency ? await contactsOf(tx, { partnerId, on: dayOf(calendar, now), now }) : []
    return {
      referral: { id: referral.id, number },
      partnerName: partnerId === null ? '' : (await getPartner(tx, partnerId)).shortName,
      links: (await guestLinksOf(view, referral.id)).map((link) => listed(link, now)),
      hasContacts: contacts.length > 0,
      maySend: mayNavigate(actor, referral) && contacts.length > 0,
      mayWithdraw: mayNavigate(actor, referral),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenLinks = Awaited<ReturnType<typeof lookLinks.see>>
