import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** A care coordinator and an agency they coordinate with. */
export type Coordination = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly assignedAt: Date
  readonly relievedAt: Date | null
  readonly version: number
}

type Of = { district: string }
const seen = sql`
  select k.id, k.person_id as "personId", p.name as "personName", k.partner_id as "partnerId", a.name as "partnerName",
    k.assigned_at as "assignedAt", k.relieved_at as "relievedAt", k.version
  from agency_coordinator k
  join person p on p.district_id = k.district_id and p.id = k.person_id
  join partner a on a.district_id = k.district_id and a.id = k.partner_id`

/** Who is a care coordinator on the day of a moment, as a condition on an assignment `g`. */
const coordinatesNow = ($: { now: Date }) => sql`
  g.role = 'care_coordinator' and (g.ended_at is null or g.ended_at > ${$.now})
    and g.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
    and (g.ends_on is null or g.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)`

/**
 * Whether somebody coordinates at a school with an agency: for SQL, about a row with both.
 * @param row.school its column, such as `f.school_id` @param row.partner its column
 */
export const isCoordinated = ($: { now: Date }, row: { school: string; partner: string }) => sql<boolean>`
  exists (select from agency_coordinator k
    join district d on d.district_id = k.district_id
    join person h on h.district_id = k.district_id and h.id = k.person_id and h.ended_at is null
    join assignment g on g.district_id = k.district_id and g.person_id = k.person_id and ${coordinatesNow($)}
    where k.district_id = f.district_id and k.relieved_at is null and k.partner_id = ${sql.ref(row.partner)}
      and (g.whole_district or exists (select from assignment_school m where m.district_id = g.district_id
        and m.assignment_id = g.id and m.school_id = ${sql.ref(row.school)})))`

const all = statement(
  ($: Of) => sql<Coordination>`${seen}
    where k.district_id = ${$.district} and k.relieved_at is null order by p.name, a.name, k.id`,
)

/** Who coordinates with which agency now, by name. */
export const listCoordinations = (tx: Transaction): Promise<Coordination[]> =>
  tx.all(all, { district: tx.scope.districtId })

const held = statement(
  ($: Of & { id: string }) => sql<Coordination>`${seen}
    where k.district_id = ${$.district} and k.id = ${$.id} for no key update of k`,
)

/** Takes the row for the rest of the act. */
export const holdCoordination = ({ tx }: Unit, id: string): Promise<Coordination | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, id })

/** A care coordinator, with the schools of their assignments. */
type Coordinator = {
  readonly id: string
  readonly name: string
  /** Null for every school of the district. */
  readonly schoolIds: readonly string[] | null
}
const people = statement(
  ($: Of & { now: Date }) => sql<Coordinator>`
    select p.id, p.name, case when bool_or(g.whole_district) then null
      else coalesce(array_agg(distinct m.school_id) filter (where m.school_id is not null), '{}') end as "schoolIds"
    from assignment g
    join district d on d.district_id = g.district_id
    join person p on p.district_id = g.district_id and p.id = g.person_id and p.ended_at is null
    left join assignment_school m on m.district_id = g.district_id and m.assignment_id = g.id
    where g.district_id = ${$.district} and ${coordinatesNow($)} group by p.id, p.name order by p.name, p.id limit 400`,
)

/** Who is a care coordinator now, by name. */
export const possibleCoordinators = (tx: Transaction, now: Date): Promise<Coordinator[]> =>
  tx.all(people, { district: tx.scope.districtId, now })

type New = { personId: string; partnerId: string }
const insert = statement(
  ($: Of & New & { id: string; by: string; now: Date }) => sql`
    insert into agency_coordinator (district_id, id, partner_id, person_id, assigned_by, assigned_at)
    values (${$.district}, ${$.id}, ${$.partnerId}, ${$.personId}, ${$.by}, ${$.now})`,
)

/** Somebody begins to coordinate with an agency. @returns its id */
export function insertCoordination(unit: Unit, given: New): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...given, district: districtId, id, by: actor.personId as string, now })
  return id
}

const relieve = statement(
  ($: Of & { id: string; by: string; now: Date; version: number }) => sql`
    update agency_coordinator set relieved_by = ${$.by}, relieved_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Ends a held one. */
export const saveRelieved = ({ tx, districtId, actor, now }: Unit, { id, version }: Coordination) =>
  tx.write(relieve, { district: districtId, id, by: actor.personId as string, now, version })
