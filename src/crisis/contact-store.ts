import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Contact, ContactKind } from './contact.ts'

const columns = sql`
  c.id, c.kind, c.name, c.number, c.note_en as note, c.hours, c.school_id as "schoolId", k.name as "schoolName",
  c.checked_on::text as "checkedOn", p.name as "checkedByName"
  from crisis_contact c
  join district d on d.district_id = c.district_id
  left join school k on k.district_id = c.district_id and k.id = c.school_id
  left join person p on p.district_id = c.district_id and p.id = c.checked_by`
const inUse = ($: { on: Date }) =>
  sql`(c.ended_on is null or c.ended_on > (${$.on}::timestamptz at time zone d.time_zone)::date)`

const all = statement(
  ($: { district: string; on: Date; schools: readonly string[] | null }) => sql<Contact>`
    select ${columns} where c.district_id = ${$.district} and ${inUse($)}
      and (c.school_id is null or ${$.schools}::uuid[] is null or c.school_id = any(${$.schools}::uuid[]))
    order by c.position, c.name, c.id`,
)

/** Whom to call at some schools, or at all of them: those of the district and their own. */
export const contactsAt = (
  tx: Transaction,
  { schools, now }: { schools: readonly string[] | null; now: Date },
): Promise<Contact[]> => tx.all(all, { district: tx.scope.districtId, on: now, schools })

const one = statement(
  ($: { district: string; id: string; on: Date }) => sql<Contact>`
    select ${columns} where c.district_id = ${$.district} and c.id = ${$.id} and ${inUse($)}`,
)
export const findContact = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  id: string,
): Promise<Contact | undefined> => tx.maybe(one, { district: tx.scope.districtId, id, on: now })

type Known = Pick<Contact, 'number' | 'hours'>
const check = statement(
  ($: Record<'district' | 'id' | 'number' | 'by', string> & { hours: string | null; on: string }) => sql`
    update crisis_contact set number = ${$.number}, hours = ${$.hours}, checked_on = ${$.on}, checked_by = ${$.by}
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Keeps that a number is right, and who made sure on which day. */
export const saveChecked = (
  unit: Unit,
  { id, on, number, hours }: Known & { id: string; on: string },
): void =>
  unit.tx.write(check, {
    district: unit.districtId,
    id,
    number,
    hours,
    on,
    by: unit.actor.personId as string,
  })

type New = Known & { kind: ContactKind; name: string; note: string; noteEs: string; schoolId: string | null }
const add = statement(
  (
    $: Record<'district' | 'id' | 'kind' | 'name' | 'number' | 'note' | 'noteEs' | 'by' | 'on', string> &
      Record<'hours' | 'school', string | null>,
  ) => sql`
    insert into crisis_contact (district_id, id, school_id, kind, name, number, note_en, note_es, position, hours, checked_on,
      checked_by)
    values (${$.district}, ${$.id}, ${$.school}::uuid, ${$.kind}, ${$.name}, ${$.number}, ${$.note}, ${$.noteEs},
      (select coalesce(max(position), 0) + 1 from crisis_contact where district_id = ${$.district}), ${$.hours}, ${$.on}::date,
      ${$.by})`,
)
/** Puts somebody to call on the list. @returns the id */
export function addContactRow(unit: Unit, { schoolId: school, ...contact }: New, on: string): string {
  const id = unit.id()
  unit.tx.write(add, {
    ...contact,
    district: unit.districtId,
    id,
    school,
    on,
    by: unit.actor.personId as string,
  })
  return id
}

const end = statement(
  ($: Record<'district' | 'id' | 'on', string>) => sql`
    update crisis_contact set ended_on = ${$.on} where district_id = ${$.district} and id = ${$.id}`,
)
/** Takes somebody off the list from a day on. */
export const endContactRow = (unit: Unit, { id, on }: { id: string; on: string }): void =>
  unit.tx.write(end, { district: unit.districtId, id, on })
