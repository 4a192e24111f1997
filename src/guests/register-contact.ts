import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { contactKeepers, mayKeepContacts } from '#partnership/contract.ts'
import { id, mailAddress, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertContact, isAddressKnown } from './contact-store.ts'
import { registeringWords } from './guest-words.ts'
import { mobilePhone } from './mobile-phone.ts'

/** Somebody at an agency answers by link from now on: whoever reads both their mail and phone is them. */
export const registerContact = act({
  name: 'guests/register-contact',
  by: contactKeepers,
  given: z.object({
    partnerId: id,
    name: text(120, 'Give their name'),
    email: mailAddress,
    phone: mobilePhone,
  }),
  refusals: registeringWords,
  fields: { address_known: 'email' },
  async do(unit, { partnerId, ...contact }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    unit.permit(mayKeepContacts(unit.actor), { type: 'partner', id: partner.id })
    if (await isAddressKnown(unit.tx, contact.email)) return refused(['address_known'])
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const personId = await insertContact(unit, { partnerId, ...contact, on })
    return done({ partnerId, personId })
  },
})
