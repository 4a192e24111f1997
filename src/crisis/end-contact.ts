import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { endContactRow, findContact } from './contact-store.ts'
import { contactKeepers, mayKeepContact } from './policy.ts'
import { contactWords } from './words.ts'

/** Somebody to call is taken off the list. 911 and 988 stay on it, whatever a district does. */
export const endContact = act({
  name: 'crisis/end-contact',
  by: contactKeepers,
  given: z.object({ contactId: id }),
  refusals: contactWords,
  async do(unit, { contactId }) {
    const contact = (await findContact(unit, contactId)) ?? notFound()
    const subject = { type: 'crisis_contact', id: contact.id }
    unit.permit(mayKeepContact(unit.actor, contact), subject)
    if (contact.kind === 'emergency' || contact.kind === 'crisis_line') return refused(['stays'])
    endContactRow(unit, { id: contact.id, on: dayOf(await calendarOf(unit.tx), unit.now) })
    unit.record('crisis_contact.ended', subject, { kind: contact.kind })
    return done({ contactId })
  },
})
