import { z } from 'zod'
import { look } from '#access/look.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { contactKeepers, mayKeepContacts } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { contactsOf } from './contact-store.ts'

/** Who at an agency answers by link, and where link and code go. */
export const lookContacts = look({
  name: 'guests/contacts',
  by: contactKeepers,
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    view.permit(mayKeepContacts(view.actor))
    view.sawNoStudent()
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    const on = dayOf(await calendarOf(view.tx), view.now)
    return {
      partner: { id: partner.id, name: partner.name },
      contacts: await contactsOf(view.tx, { partnerId, on, now: view.now }),
    }
  },
})
export type SeenContacts = Awaited<ReturnType<typeof lookContacts.see>>
