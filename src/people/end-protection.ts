import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { giveBackContact } from './give-back-contact.ts'
import { blockKeepers } from './policy.ts'
import { endingReasons } from './protection.ts'
import { holdProtection } from './protection-store.ts'
import { holdStudent } from './store.ts'

/** Ends the protection of a contact before its last day. */
export const endProtection = act({
  name: 'people/end-protection',
  by: blockKeepers,
  given: z.object({ studentId: id, protectionId: id, because: choice(endingReasons, 'Say why it ends') }),
  async do(unit, { studentId, protectionId, because }) {
    const student = (await holdStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const held = (await holdProtection(unit.tx, protectionId)) ?? notFound()
    if (held.studentId !== student.id) notFound()
    unit.permit(true, { type: 'protected_contact', id: held.id, studentId: student.id })
    await giveBackContact(unit, held, because)
    return done({ studentId: student.id, protectionId })
  },
})
