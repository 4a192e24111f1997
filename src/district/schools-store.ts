import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import type { Role } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type SchoolRow = {
  id: string
  name: string
  level: 'elementary' | 'middle' | 'high' | 'other'
  liveOn: string | null
  /** In the address of its public page. */
  publicCode: string
  /** Those to turn to first. */
  leads: { name: string; roles: Role[] }[]
  /** How many more there are. */
  moreLeads: number
}

/** So many people are named for one school. A district may give all its navigators to every school. */
const mostLeads = 8

const schools = statement(
  ($: { district: string; ids: readonly string[]; roles: readonly string[]; on: string }) => sql<SchoolRow>`
    select s.id, s.name, s.level, s.live_on as "liveOn", s.public_code as "publicCode",
      coalesce(l.leads, '[]') as leads, coalesce(l.more, 0)::int as "moreLeads"
    from school s left join lateral (
      select json_agg(json_build_object('name', h.name, 'roles', h.roles) order by h.place, h.name) as leads, max(h.held) - count(*) as more
      from (
        select p.name, array_agg(a.role order by o.place) as roles, min(o.place) as place, count(*) over () as held
        from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
        cross join lateral array_position(${$.roles}::text[], a.role) as o(place)
        where a.district_id = s.district_id and a.role = any(${$.roles}::text[]) and a.ended_at is null
          and p.ended_at is null and a.starts_on <= ${$.on}::date
          and (a.ends_on is null or a.ends_on >= ${$.on}::date)
          and a.id in ${covering($.district, sql`= s.id`)}
        group by p.id, p.name order by min(o.place), p.name limit ${sql.lit(mostLeads)}) h) l on true
    where s.district_id = ${$.district} and s.id = any(${$.ids}::uuid[])
    order by s.name, s.id`,
)

/**
 * Some schools by name, each with the people who hold one of these roles there.
 * @param on the district's calendar day, YYYY-MM-DD
 */
export const schoolsWithLeads = (
  tx: Transaction,
  asked: { ids: readonly string[]; roles: readonly Role[]; on: string },
): Promise<SchoolRow[]> => tx.all(schools, { district: tx.scope.districtId, ...asked })

export type TermRow = { id: string; name: string; startsOn: string; endsOn: string }
export type ClosureRow = { id: string; onDay: string; label: string }

const terms = statement(
  ($: { district: string; on: string }) => sql<TermRow>`
    select id, name, starts_on as "startsOn", ends_on as "endsOn" from school_term
    where district_id = ${$.district} and ends_on >= ${$.on}::date order by starts_on, id`,
)
const closures = statement(
  ($: { district: string; on: string }) => sql<ClosureRow>`
    select id, on_day as "onDay", label from school_closure
    where district_id = ${$.district} and on_day >= ${$.on}::date order by on_day`,
)

/** Terms that have not ended by a day. */
export const termsFrom = (tx: Transaction, on: string): Promise<TermRow[]> =>
  tx.all(terms, { district: tx.scope.districtId, on })

/** Days without school from a day on. */
export const closuresFrom = (tx: Transaction, on: string): Promise<ClosureRow[]> =>
  tx.all(closures, { district: tx.scope.districtId, on })

const held = statement(
  ($: { district: string; id: string }) => sql<{ id: string; liveOn: string | null }>`
    select id, live_on as "liveOn" from school
    where district_id = ${$.district} and id = ${$.id} and closed_on is null for no key update`,
)
const liveDay = statement(
  ($: { district: string; id: string; on: string | null }) => sql`
    update school set live_on = ${$.on}::date where district_id = ${$.district} and id = ${$.id}`,
)

/** Takes the row of an open school for the rest of the act; undefined when there is none. */
export const holdSchool = ({ tx, districtId: district }: Unit, id: string) => tx.maybe(held, { district, id })

export const saveLiveDay = ({ tx, districtId: district }: Unit, id: string, on: string | null) =>
  tx.run(liveDay, { district, id, on })
