import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { EndingReason, ProtectedContact, Protection } from './protection.ts'

/** What of a caregiver's contact is protected, in a statement that calls caregiver c: until when, and how. */
export const protectionOf = sql<{ until: string; phone: boolean; email: boolean } | null>`
  (select json_build_object('until', x.ends_on, 'phone', x.phone is not null, 'email', x.email is not null)
    from protected_contact x where x.district_id = c.district_id and x.caregiver_id = c.id and x.ended_at is null)`

/** Whether there is a number a caregiver can be called at, in a statement that calls caregiver c. */
export const canBeCalled = sql<boolean>`(c.phone is not null or exists (select from protected_contact x
  where x.district_id = c.district_id and x.caregiver_id = c.id and x.ended_at is null and x.phone is not null))`

const columns = sql`
  x.id, x.student_id as "studentId", x.caregiver_id as "caregiverId", c.name as "caregiverName", x.reason, x.ends_on as "endsOn",
  array(select json_build_object('id', p.id, 'name', p.name) from person p
    where p.district_id = x.district_id and p.id = any(x.readers) order by p.name, p.id) as readers,
  w.name as "markedByName", x.marked_at as "markedAt", x.ended_because as "endedBecause", x.ended_at as "endedAt", x.version`
const tables = sql`
  protected_contact x
  join person w on w.district_id = x.district_id and w.id = x.marked_by
  left join caregiver c on c.district_id = x.district_id and c.id = x.caregiver_id`
const contact = sql`
  ${opened('protected_contact.phone', 'x')} as phone, ${opened('protected_contact.email', 'x')} as email,
  ${opened('protected_contact.contact_hours', 'x')} as "contactHours", ${opened('protected_contact.address', 'x')} as address,
  ${opened('protected_contact.neighborhood', 'x')} as neighborhood`

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Protection>`
    select ${columns} from ${tables}
    where x.district_id = ${$.district} and ((x.caregiver_id is null and x.student_id = ${$.student})
      or x.caregiver_id in (select g.caregiver_id from guardianship g
        where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null))
    order by x.ended_at desc nulls first, x.marked_at desc, x.id desc`,
)
/** Contacts around a student that are or were protected, those that are first. */
export const protectionsOf = (tx: Transaction, studentId: string): Promise<Protection[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })

const shown = statement(
  ($: { district: string; ids: readonly string[]; self: string | null }) => sql<
    ProtectedContact & { id: string }
  >`
    select x.id, ${contact} from protected_contact x
    where x.district_id = ${$.district} and x.id = any(${$.ids}::uuid[]) and x.ended_at is null
      and ${$.self}::uuid = any(x.readers)`,
)
/** The contacts themselves, of those whose reader somebody is. */
export async function contactsFor(
  tx: Transaction,
  { ids, personId }: { ids: readonly string[]; personId: string | null },
): Promise<ReadonlyMap<string, ProtectedContact>> {
  const rows = await tx.all(shown, { district: tx.scope.districtId, ids, self: personId })
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

export type HeldProtection = Protection & ProtectedContact
const held = statement(
  ($: { district: string; id: string }) => sql<HeldProtection>`
    select ${columns}, ${contact} from ${tables}
    where x.district_id = ${$.district} and x.id = ${$.id} and x.ended_at is null for no key update of x`,
)
/** Takes one that stands for the rest of the act, with the contact. */
export const holdProtection = (tx: Transaction, id: string): Promise<HeldProtection | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, id })

const standing = statement(
  ($: { district: string; owner: string }) => sql<{ id: string }>`
    select id from protected_contact where district_id = ${$.district} and owner_id = ${$.owner} and ended_at is null`,
)
/** The one that stands for a caregiver, or for a student themselves, held; or undefined. */
export async function holdStanding(tx: Transaction, ownerId: string): Promise<HeldProtection | undefined> {
  const found = await tx.maybe(standing, { district: tx.scope.districtId, owner: ownerId })
  return found && holdProtection(tx, found.id)
}

type New = Pick<Protection, 'studentId' | 'caregiverId' | 'reason' | 'endsOn'> &
  ProtectedContact & { readers: readonly string[] }
const add = statement(
  ($: { district: string; row: string }) => sql`
    insert into protected_contact (district_id, id, student_id, caregiver_id, owner_id, reason, ends_on, readers, phone, email,
      contact_hours, address, neighborhood, marked_by, marked_at)
    select ${$.district}::uuid, r."id", r."studentId", r."caregiverId", coalesce(r."caregiverId", r."studentId"), r."reason",
      r."endsOn", r."readers", r."phone", r."email", r."contactHours", r."address", r."neighborhood", r."markedBy", r."markedAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "studentId" uuid, "caregiverId" uuid, "reason" text, "endsOn" date,
      "readers" uuid[], "phone" text, "email" text, "contactHours" text, "address" text, "neighborhood" text, "markedBy" uuid,
      "markedAt" timestamptz)`,
)
/** Keeps a contact as protected. @returns its id */
export async function addProtection(unit: Unit, given: New): Promise<string> {
  const { tx, districtId: district, now, actor } = unit
  const id = unit.id()
  const of = given.caregiverId ?? given.studentId
  const row = { ...tx.sealed('protected_contact', { row: id, of }, given), id }
  const marked = { markedBy: actor.personId, markedAt: now }
  await tx.run(add, { district, row: JSON.stringify({ ...row, ...marked }) })
  return id
}

type Values = Record<'district' | 'id', string> &
  Omit<ProtectedContact, 'neighborhood'> & {
    neighborhood: string | null
    readers: readonly string[]
    endsOn: string
  }
const save = statement(
  ($: Values) => sql`
    update protected_contact set phone = ${$.phone}, email = ${$.email}, contact_hours = ${$.contactHours},
      address = ${$.address}, neighborhood = ${$.neighborhood}, readers = ${$.readers}::uuid[], ends_on = ${$.endsOn}::date,
      version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Writes one that is held. */
export async function saveProtection({ tx, districtId: district }: Unit, given: HeldProtection) {
  const { id, caregiverId, studentId, endsOn } = given
  const { phone, email, contactHours, address, neighborhood } = given
  const said = { phone, email, contactHours, address, neighborhood }
  const sealed = tx.sealed('protected_contact', { row: id, of: caregiverId ?? studentId }, said)
  await tx.run(save, { district, id, ...sealed, endsOn, readers: given.readers.map((each) => each.id) })
}

const end = statement(
  ($: Record<'district' | 'id' | 'because', string> & { by: string | null; at: Date }) => sql`
    update protected_contact set ended_because = ${$.because}, ended_by = ${$.by}, ended_at = ${$.at}, phone = null,
      email = null, contact_hours = null, address = null, neighborhood = null, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Ends one that is held: what it held stands there no more. */
export const closeProtection = (unit: Unit, id: string, because: EndingReason | 'day_came') =>
  unit.tx.run(end, { district: unit.districtId, id, because, by: unit.actor.personId, at: unit.now })
