import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id, optionalText, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findContact, saveChecked } from './contact-store.ts'
import { contactKeepers, mayKeepContact } from './policy.ts'

/** What the page can dial: digits, and what people put between them. */
export const dialled = text(40, 'Give the number').refine((typed) => /^[0-9+ -]+$/.test(typed), {
  message: 'Use digits, spaces and -',
})

/** Somebody called a contact and says that it is right, today; or corrects its number and hours [R119]. */
export const checkContact = act({
  name: 'crisis/check-contact',
  by: contactKeepers,
  given: z.object({ contactId: id, number: dialled, hours: optionalText(80) }),
  async do(unit, { contactId, number, hours }) {
    const contact = (await findContact(unit, contactId)) ?? notFound()
    const subject = { type: 'crisis_contact', id: contact.id }
    unit.permit(mayKeepContact(unit.actor, contact), subject)
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    saveChecked(unit, { id: contact.id, on, number, hours: hours || null })
    unit.record('crisis_contact.checked', subject, { corrected: contact.number !== number })
    return done({ contactId })
  },
})
