import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

/** How a caregiver is reached, and nothing else of them. */
type Reach = { phone: string | null; email: string | null; contactHours: string | null }
type About = { caregiverId: string; studentId: string }

const held = statement(
  ($: { district: string; id: string }) => sql<Reach>`
    select ${opened('caregiver.phone', 'c')} as phone, ${opened('caregiver.email', 'c')} as email,
      ${opened('caregiver.contact_hours', 'c')} as "contactHours"
    from caregiver c where c.district_id = ${$.district} and c.id = ${$.id} for no key update`,
)
/** Takes a caregiver's row for the rest of the act, and how they are reached as their record says. */
export const holdReach = (tx: Transaction, caregiverId: string): Promise<Reach | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, id: caregiverId })

const reach = statement(
  ($: { district: string; id: string } & Reach) => sql`
    update caregiver set phone = ${$.phone}, email = ${$.email}, contact_hours = ${$.contactHours}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Writes how a caregiver who is held is reached, and leaves the trace of it. */
export async function setReach(
  unit: Unit,
  { caregiverId: id, studentId }: About,
  given: Reach,
): Promise<void> {
  const { phone, email, contactHours } = given
  const sealed = unit.tx.sealed('caregiver', { row: id, of: id }, { phone, email, contactHours })
  await unit.tx.run(reach, { district: unit.districtId, id, ...sealed })
  const fields = ['phone', 'email', 'contactHours']
  unit.record('caregiver.updated', { type: 'caregiver', id, studentId }, { fields })
}

const place = statement(
  ($: Record<'district' | 'id' | 'neighborhood', string>) => sql`
    update student set neighborhood = ${$.neighborhood}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Writes where a student lives, and leaves the trace of it. */
export async function setNeighborhood(unit: Unit, id: string, neighborhood: string): Promise<void> {
  await unit.tx.run(place, { district: unit.districtId, id, neighborhood })
  unit.record('student.updated', { type: 'student', id, studentId: id }, { fields: ['neighborhood'] })
}
