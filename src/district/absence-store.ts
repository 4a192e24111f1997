import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { schoolsInReach } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import type { Named } from '#platform/choosing.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type Absence, standInRoles } from './absence.ts'

const columns = sql`
  w.id, w.person_id as "personId", p.name as "personName", w.backup_id as "backupId", b.name as "backupName",
  w.from_on as "fromOn", coalesce(w.ended_on - 1, w.through_on) as "throughOn"`
const tables = sql`
  absence w join person p on p.district_id = w.district_id and p.id = w.person_id
  join person b on b.district_id = w.district_id and b.id = w.backup_id`

/** Who holds one of the roles, in force on a day, and at which schools where it is not all of them. */
const inForce = ($: { district: string; roles: readonly Role[]; on: string }) => sql`
  select a.person_id, a.whole_district, m.school_id from assignment a
  left join assignment_school m on m.district_id = a.district_id and m.assignment_id = a.id
  where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and a.ended_at is null
    and a.starts_on <= ${$.on}::date and (a.ends_on is null or a.ends_on >= ${$.on}::date)`

type Asked = { district: string; roles: readonly Role[]; on: string; schools: readonly string[] | null }
const colleagues = statement(
  ($: Asked) => sql<Named>`
    select p.id, p.name from person p where p.district_id = ${$.district} and p.ended_at is null and p.partner_id is null
      and p.id in (select h.person_id from (${inForce($)}) h
        where ${$.schools}::uuid[] is null or h.whole_district or h.school_id = any(${$.schools}::uuid[]))
    order by p.name, p.id`,
)

/** Who works at the schools of an assignment on a day, and may own something there. */
export const colleaguesOf = (tx: Transaction, actor: Actor, on: string): Promise<Named[]> =>
  tx.all(colleagues, {
    district: tx.scope.districtId,
    roles: standInRoles,
    on,
    schools: schoolsInReach(actor),
  })

const able = statement(
  ($: { district: string; roles: readonly Role[]; on: string; person: string }) => sql<Named>`
    with held as (${inForce($)}), own as (select * from held where person_id = ${$.person})
    select p.id, p.name from person p where p.district_id = ${$.district} and p.ended_at is null and p.id <> ${$.person}
      and exists (select from held h, own o where h.person_id = p.id
        and (h.whole_district or (not o.whole_district and h.school_id = o.school_id)))
    order by p.name, p.id`,
)

/** Who can stand in for somebody: whoever works at one of their schools and may own something there. */
export const ableToStandIn = (tx: Transaction, personId: string, on: string): Promise<Named[]> =>
  tx.all(able, { district: tx.scope.districtId, roles: standInRoles, on, person: personId })

const upcoming = statement(
  ($: { district: string; people: readonly string[]; on: string }) => sql<Absence>`
    select ${columns} from ${tables}
    where w.district_id = ${$.district} and w.person_id = any(${$.people}::uuid[])
      and coalesce(w.ended_on - 1, w.through_on) >= greatest(${$.on}::date, w.from_on)
    order by w.from_on, p.name, w.id`,
)

/** When some people are away, from a day on, the soonest first. */
export const absencesOf = (tx: Transaction, people: readonly string[], on: string): Promise<Absence[]> =>
  tx.all(upcoming, { district: tx.scope.districtId, people, on })

const one = statement(
  ($: { district: string; id: string }) => sql<Absence>`
    select ${columns} from ${tables} where w.district_id = ${$.district} and w.id = ${$.id} for no key update of w`,
)
/** Takes one absence for the rest of the act, or undefined. */
export const holdAbsence = ({ tx, districtId }: Unit, id: string): Promise<Absence | undefined> =>
  tx.maybe(one, { district: districtId, id })

type New = Record<'district' | 'id' | 'person' | 'backup' | 'from' | 'through' | 'by', string> & { at: Date }
const insert = statement(
  ($: New) => sql`
    insert into absence (district_id, id, person_id, backup_id, from_on, through_on, set_by, set_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.backup}, ${$.from}, ${$.through}, ${$.by}, ${$.at})`,
)
/** Writes down that somebody is away. @returns its id */
export async function insertAbsence(
  unit: Unit,
  { personId, backupId, fromOn, throughOn }: Pick<Absence, 'personId' | 'backupId' | 'fromOn' | 'throughOn'>,
): Promise<string> {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  const by = actor.personId as string
  const days = { from: fromOn, through: throughOn }
  await unit.tx.run(insert, { district, id, person: personId, backup: backupId, ...days, by, at })
  return id
}

const end = statement(
  ($: { district: string; id: string; on: string; by: string; at: Date }) => sql`
    update absence set ended_on = ${$.on}, ended_by = ${$.by}, ended_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and ended_on is null`,
)
/** They are back from a day on. */
export const endAbsenceRow = ({ tx, districtId, actor, now }: Unit, { id, on }: { id: string; on: string }) =>
  tx.run(end, { district: districtId, id, on, by: actor.personId as string, at: now })

const name = statement(
  ($: { district: string; person: string; backup: string }) => sql`
    update person set backup_id = ${$.backup} where district_id = ${$.district} and id = ${$.person}`,
)
/** Names who stands in for somebody whenever they are away. */
export const saveBackup = ({ tx, districtId }: Unit, person: string, backup: string) =>
  tx.run(name, { district: districtId, person, backup })

const named = statement(
  ($: { district: string; person: string }) => sql<Named>`
    select b.id, b.name from person p join person b on b.district_id = p.district_id and b.id = p.backup_id
    where p.district_id = ${$.district} and p.id = ${$.person}`,
)
/** Who was named to stand in for somebody, or undefined. */
export const backupOf = (tx: Transaction, personId: string): Promise<Named | undefined> =>
  tx.maybe(named, { district: tx.scope.districtId, person: personId })

// Whoever stands in may be away as well: then it goes on to whoever stands in for them.
const standing = statement(
  ($: { district: string; person: string; on: string }) => sql<Named>`
    with recursive away as (
      select w.person_id, w.backup_id from absence w where w.district_id = ${$.district} and w.from_on <= ${$.on}::date
        and w.through_on >= ${$.on}::date and (w.ended_on is null or w.ended_on > ${$.on}::date)),
    line as (
      select person_id from away where backup_id = ${$.person}
      union select a.person_id from away a join line l on a.backup_id = l.person_id)
    select p.id, p.name from line join person p on p.district_id = ${$.district} and p.id = line.person_id
    where p.id <> ${$.person} order by p.name, p.id`,
)
/** For whom somebody stands in on a day: their work shows to both. */
export const standsInFor = (tx: Transaction, personId: string, on: string): Promise<Named[]> =>
  tx.all(standing, { district: tx.scope.districtId, person: personId, on })
