import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { contactKeepers, mayKeepContacts } from '#partnership/contract.ts'
import { id, mailAddress, phone, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertContact, isAddressKnown } from './contact-store.ts'
import { registeringWords } from './guest-words.ts'

/** Somebody at an agency answers by link from now on: whoever reads their mail and their phone is them. */
export const registerContact = act({
  name: 'guests/register-contact',
  by: contactKeepers,
  given: z.object({
    partnerId: id,
    name: text(120, 'Give their name'),
    email: mailAddress,
    phone: z.preprocess((given) => (given === '' ? undefined : given), phone().optional()),
  }),
  refusals: registeringWords,
  fields: { address_known: 'email' },
  async do(unit, { partnerId, name, email, phone: number }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    unit.permit(mayKeepContacts(unit.actor), { type: 'partner', id: partner.id })
    if (await isAddressKnown(unit.tx, email)) return refused(['address_known'])
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const personId = await insertContact(unit, { partnerId, name, email, phone: number ?? null, on })
    return done({ partnerId, personId })
  },
})
