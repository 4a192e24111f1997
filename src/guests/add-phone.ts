import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { contactKeepers, mayKeepContacts } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { contactsOf, savePhone } from './contact-store.ts'
import { addingPhoneWords } from './guest-words.ts'
import { mobilePhone } from './mobile-phone.ts'

/**
 * Somebody who was written down without a phone is given one, so that links reach them from now on. A phone
 * that stands is not changed here: whoever reads both mail and phone is them, so that somebody with another
 * phone is registered anew.
 */
export const addPhone = act({
  name: 'guests/add-phone',
  by: contactKeepers,
  given: z.object({ partnerId: id, personId: id, phone: mobilePhone }),
  refusals: addingPhoneWords,
  fields: { has_phone: 'phone' },
  async do(unit, { partnerId, personId, phone }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    unit.permit(mayKeepContacts(unit.actor), { type: 'partner', id: partner.id })
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const contacts = await contactsOf(unit.tx, { partnerId, on, now: unit.now })
    const contact = contacts.find((each) => each.personId === personId) ?? notFound()
    if (contact.phone !== null) return refused(['has_phone'])
    await savePhone(unit, personId, phone)
    unit.record('person.phone_added', { type: 'person', id: personId })
    return done({ partnerId })
  },
})
