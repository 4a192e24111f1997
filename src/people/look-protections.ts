import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { conflictDeclarers, blockKeepers, protectionReaders } from './policy.ts'
import { nameableFor } from './protect-contact.ts'
import { isNamed, type Protection } from './protection.ts'
import { contactsFor, protectionsOf } from './protection-store.ts'
import { caregiversOf, findStudent } from './store.ts'
import { calledOf, type Student } from './student.ts'

/** What whoever marks one chooses from. */
async function choosing(view: Viewing, student: Student, standing: readonly Protection[]) {
  const taken = new Set(standing.map(({ caregiverId }) => caregiverId))
  const caregivers = (await caregiversOf(view.tx, student.id)).map(({ id: own, name }) => ({ id: own, name }))
  return {
    caregivers: caregivers.filter((each) => !taken.has(each.id)),
    ownIsFree: !taken.has(null),
    staff: await nameableFor(view, student),
  }
}

/**
 * The contacts around a student that are protected: that they are, until when, and whom to ask. The contact
 * is for whoever is named, and why it is protected for them and for whoever marks it.
 */
export const lookProtections = look({
  name: 'people/protections',
  by: protectionReaders,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity'], parts: ['contact_details', 'protected_contacts'] },
  async see(view, { studentId }) {
    view.permit(true)
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const all = view.knows('protected_contacts') ? await protectionsOf(tx, student.id) : []
    const mayMark = (blockKeepers as readonly string[]).includes(actor.role)
    const named = all.filter((each) => isNamed(each, actor.personId)).map((each) => each.id)
    const contacts = await contactsFor(tx, { ids: named, personId: actor.personId })
    const namesFamily = view.knows('contact_details')
    const standing = all.filter(({ endedAt }) => endedAt === null)
    const calendar = await calendarOf(tx)
    return {
      student: calledOf(student),
      standing: standing.map((each) => ({
        ...each,
        caregiverName: namesFamily ? each.caregiverName : null,
        reason: mayMark || contacts.has(each.id) ? each.reason : null,
        contact: contacts.get(each.id),
      })),
      ended: mayMark ? all.filter(({ endedAt }) => endedAt !== null) : [],
      choosing: mayMark && namesFamily ? await choosing(view, student, standing) : undefined,
      mayMark,
      readsPage: (conflictDeclarers as readonly string[]).includes(actor.role),
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenProtections = Awaited<ReturnType<typeof lookProtections.see>>
