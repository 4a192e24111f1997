import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { caregiverDetails, version } from './details.ts'
import { protectionReaders } from './policy.ts'
import { isNamed } from './protection.ts'
import { holdProtection, saveProtection } from './protection-store.ts'
import { holdStudent } from './store.ts'

/** Whoever is named to read a protected contact writes down what they learn of it. It stays protected. */
export const changeProtected = act({
  name: 'people/change-protected',
  by: protectionReaders,
  given: z.object({
    studentId: id,
    protectionId: id,
    version,
    phone: caregiverDetails.phone,
    email: caregiverDetails.email,
    contactHours: optionalText(100),
    address: optionalText(300),
    neighborhood: optionalText(100),
  }),
  async do(unit, { studentId, protectionId, version: read, ...typed }) {
    const student = (await holdStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const held = (await holdProtection(unit.tx, protectionId)) ?? notFound()
    if (held.studentId !== student.id || !isNamed(held, unit.actor.personId)) notFound()
    const subject = { type: 'protected_contact', id: held.id, studentId: student.id }
    unit.permit(true, subject)
    if (held.version !== read) throw new Problem('changed_meanwhile')
    const said = {
      phone: typed.phone || null,
      email: typed.email || null,
      contactHours: typed.contactHours || null,
      address: typed.address || null,
      neighborhood: held.caregiverId === null ? typed.neighborhood || null : null,
    }
    await saveProtection(unit, { ...held, ...said })
    const fields = Object.entries(said).flatMap(([field, value]) =>
      value === held[field as keyof typeof said] ? [] : [field],
    )
    unit.record('contact.protected_changed', subject, { fields })
    return done({ studentId: student.id, protectionId })
  },
})
