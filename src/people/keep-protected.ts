import type { Unit } from '#access/unit.ts'
import { keptProtected, type ProtectedContact } from './protection.ts'
import { type HeldProtection, holdStanding, saveProtection } from './protection-store.ts'

/** Keeps what was typed with what is protected, and leaves its trace. Blank leaves what stands. */
async function take(unit: Unit, held: HeldProtection, typed: Partial<ProtectedContact>) {
  await saveProtection(unit, { ...held, ...keptProtected(held, typed) })
  const fields = Object.entries(typed).flatMap(([field, value]) => (value ? [field] : []))
  const subject = { type: 'protected_contact', id: held.id, studentId: held.studentId }
  unit.record('contact.protected_changed', subject, { fields })
}

type Reach = Pick<ProtectedContact, 'phone' | 'email' | 'contactHours'>

/**
 * Where a caregiver's contact is protected, what somebody writes of it stays protected.
 * @returns what the caregiver's own record holds of it: nothing while it is protected
 */
export async function keepProtected(unit: Unit, caregiverId: string, typed: Reach): Promise<Reach> {
  const held = await holdStanding(unit.tx, caregiverId)
  const { phone, email, contactHours } = typed
  if (held === undefined) return { phone, email, contactHours }
  if (phone !== null || email !== null || contactHours !== null)
    await take(unit, held, { phone, email, contactHours })
  return { phone: null, email: null, contactHours: null }
}

/** The same of where a student lives. @returns what the student's own record says */
export async function keepProtectedPlace(unit: Unit, studentId: string, typed: string): Promise<string> {
  const held = await holdStanding(unit.tx, studentId)
  if (held === undefined) return typed
  if (typed !== 'unknown') await take(unit, held, { neighborhood: typed })
  return 'unknown'
}
