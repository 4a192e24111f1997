import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { calendarOf, dayOf, findSchool } from '#district/contract.ts'
import { choice, id, optionalText, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dialled } from './check-contact.ts'
import { contactKinds } from './contact.ts'
import { addContactRow } from './contact-store.ts'
import { contactKeepers, mayKeepContact } from './policy.ts'

/** Somebody to call is put on the list, of the district or of one school [R119]. */
export const addContact = act({
  name: 'crisis/add-contact',
  by: contactKeepers,
  given: z.object({
    kind: choice(contactKinds, 'Say who answers'),
    name: text(40, 'Give the name on the button'),
    number: dialled,
    note: text(80, 'Say when to call them'),
    noteEs: text(80, 'Say it in Spanish: families read it'),
    hours: optionalText(80),
    schoolId: id.optional(),
  }),
  async do(unit, { schoolId = null, hours, ...given }) {
    if (schoolId !== null && (await findSchool(unit.tx, schoolId)) === undefined) notFound()
    unit.permit(mayKeepContact(unit.actor, { schoolId }), { type: 'crisis_contact', id: null })
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const contactId = addContactRow(unit, { ...given, hours: hours || null, schoolId }, on)
    unit.record('crisis_contact.added', { type: 'crisis_contact', id: contactId }, { kind: given.kind })
    return done({ contactId })
  },
})
