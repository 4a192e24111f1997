import { sql } from 'kysely'
import type { Employer } from '#access/employment.ts'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type AssignmentRow = {
  id: string
  role: Role
  wholeDistrict: boolean
  schools: string[]
  startsOn: string
  endsOn: string | null
  endedOn: string | null
  employer: Employer | null
  /** The agency that lends them to a school. */
  employedBy: string | null
}

export type PersonRow = {
  id: string
  name: string
  email: string | null
  agency: string | null
  signsIn: boolean
  leftOn: string | null
  /** They act for a child alone, and work nowhere here. */
  ofFamily: boolean
  assignments: AssignmentRow[]
}

const assignments = sql`
  coalesce((select json_agg(json_build_object('id', a.id, 'role', a.role, 'wholeDistrict', a.whole_district,
      'startsOn', a.starts_on, 'endsOn', a.ends_on, 'endedOn', (a.ended_at at time zone d.time_zone)::date,
      'employer', a.employer, 'employedBy', (select e.short_name from partner e
        where e.district_id = a.district_id and e.id = a.employed_by),
      'schools', array(select s.name from assignment_school c
        join school s on s.district_id = c.district_id and s.id = c.school_id
        where c.district_id = a.district_id and c.assignment_id = a.id order by s.name))
      order by a.ended_at desc nulls first, a.starts_on, a.id)
    from assignment a
    where a.district_id = p.district_id and a.person_id = p.id and a.student_id is null), '[]')`
// Whose caregiver somebody is, is of a student: families are read where their child's record is,
// traced. It is asked behind the walls: to whoever is kept from the child, the caregiver is no more
// of the staff than before.
const ofFamily = sql`house.of_a_family(p.id)`
// Nothing while a court protects how they are reached: neither shown nor found by it.
const address = sql`house.address_of(p.id)`
const columns = sql`
  p.id, p.name, ${address} as email, r.short_name as agency, p.login_id is not null as "signsIn",
  (p.ended_at at time zone d.time_zone)::date as "leftOn", ${ofFamily} as "ofFamily", ${assignments} as assignments`
const tables = sql`
  person p join district d on d.district_id = p.district_id
  left join partner r on r.district_id = p.district_id and r.id = p.partner_id`

const listed = statement(
  ($: { district: string; typed: string; families: boolean; limit: number }) => sql<PersonRow>`
    select ${columns} from ${tables}
    where p.district_id = ${$.district} and (${$.families}::boolean or not ${ofFamily})
      and (${$.typed} = '' or position(lower(${$.typed}) in lower(p.name || ' ' || coalesce(${address}, ''))) > 0)
    order by p.ended_at is not null, p.name, p.id limit ${$.limit}`,
)
const one = statement(
  ($: { district: string; id: string }) => sql<PersonRow>`
    select ${columns} from ${tables} where p.district_id = ${$.district} and p.id = ${$.id}`,
)

/**
 * People by name, those who left last; narrowed by a part of name or address.
 * @param given.families whether those who act for a child alone are among them
 */
export const findPeople = (
  tx: Transaction,
  given: { typed: string; families: boolean; limit: number },
): Promise<PersonRow[]> => tx.all(listed, { district: tx.scope.districtId, ...given })

/** One person with everything they hold or held at work, or undefined. */
export const findPersonRow = (tx: Transaction, id: string): Promise<PersonRow | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })
