import type { Unit } from '#access/unit.ts'
import { notFound } from '#platform/problem.ts'
import type { EndingReason } from './protection.ts'
import { closeProtection, type HeldProtection } from './protection-store.ts'
import { holdReach, setNeighborhood, setReach } from './reach-store.ts'

/** The contact goes back to where it came from. What was said there meanwhile stands. An address goes. */
async function giveBack(unit: Unit, held: HeldProtection) {
  const { caregiverId, studentId, neighborhood } = held
  if (caregiverId === null) {
    if (neighborhood !== null) await setNeighborhood(unit, studentId, neighborhood)
    return
  }
  const said = (await holdReach(unit.tx, caregiverId)) ?? notFound()
  await setReach(
    unit,
    { caregiverId, studentId },
    {
      phone: said.phone ?? held.phone,
      email: said.email ?? held.email,
      contactHours: said.contactHours ?? held.contactHours,
    },
  )
}

/** Ends a protection that is held: the contact is of its class again, and read by whoever may know that. */
export async function giveBackContact(unit: Unit, held: HeldProtection, because: EndingReason | 'day_came') {
  await giveBack(unit, held)
  await closeProtection(unit, held.id, because)
  const subject = { type: 'protected_contact', id: held.id, studentId: held.studentId }
  unit.record('contact.protection_ended', subject, { because })
}
