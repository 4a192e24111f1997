import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody at an agency who answers by link. */
export type Contact = {
  assignmentId: string
  personId: string
  name: string
  /** Where the link goes. */
  email: string | null
  /** Where the code goes. Whoever was written down without one is sent no link. */
  phone: string | null
}
const ofPartner = statement(
  ($: { district: string; partner: string; on: string; at: Date }) => sql<Contact>`
    select a.id as "assignmentId", p.id as "personId", p.name, p.email, p.phone from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id and p.ended_at is null
    where a.district_id = ${$.district} and a.partner_id = ${$.partner} and a.by_link and a.role = 'partner_intake'
      and (a.ended_at is null or a.ended_at > ${$.at}) and a.starts_on <= ${$.on}::date
      and (a.ends_on is null or a.ends_on >= ${$.on}::date)
    order by p.name, a.id`,
)
/** Who of an agency answers by link on a day of the district. */
export const contactsOf = (
  tx: Transaction,
  asked: { partnerId: string; on: string; now: Date },
): Promise<Contact[]> =>
  tx.all(ofPartner, {
    district: tx.scope.districtId,
    partner: asked.partnerId,
    on: asked.on,
    at: asked.now,
  })

const known = statement(
  ($: { district: string; email: string }) => sql<{ id: string }>`
    select id from person where district_id = ${$.district} and lower(email) = lower(${$.email}) limit 1`,
)
/** Whether somebody of the district has this address. */
export const isAddressKnown = async (tx: Transaction, email: string): Promise<boolean> =>
  (await tx.maybe(known, { district: tx.scope.districtId, email })) !== undefined

type New = Record<'district' | 'id' | 'partner', string>
const addPerson = statement(
  ($: New & { name: string; email: string; phone: string; at: Date }) => sql`
    insert into person (district_id, id, name, email, phone, partner_id, created_at)
    values (${$.district}, ${$.id}, ${$.name}, ${$.email}, ${$.phone}, ${$.partner}, ${$.at})`,
)
const assign = statement(
  ($: New & { person: string; on: string }) => sql`
    insert into assignment (district_id, id, person_id, role, partner_id, starts_on, by_link)
    values (${$.district}, ${$.id}, ${$.person}, 'partner_intake', ${$.partner}, ${$.on}, true)`,
)
/** Adds somebody of an agency who answers by link from a day on. Leaves the traces. @returns who it is */
export async function insertContact(
  unit: Unit,
  contact: { partnerId: string; name: string; email: string; phone: string; on: string },
): Promise<string> {
  const { districtId: district, now: at, tx } = unit
  const { partnerId: partner, on, ...person } = contact
  const personId = unit.id()
  await tx.run(addPerson, { district, id: personId, partner, at, ...person })
  unit.record('person.added', { type: 'person', id: personId })
  const assignmentId = unit.id()
  await tx.run(assign, { district, id: assignmentId, partner, person: personId, on })
  unit.record('assignment.started', { type: 'person', id: personId }, { role: 'partner_intake' })
  return personId
}

const phoneOf = statement(
  ($: { district: string; id: string; phone: string }) => sql`
    update person set phone = ${$.phone} where district_id = ${$.district} and id = ${$.id} and phone is null`,
)
/** Somebody who was written down without a phone has one. */
export const savePhone = async ({ tx, districtId }: Unit, id: string, phone: string): Promise<void> => {
  await tx.run(phoneOf, { district: districtId, id, phone })
}
