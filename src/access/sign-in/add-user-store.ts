import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import { type Employer } from '../employment.ts'

export type Found = { id: string; login_id: string | null; left?: boolean }
export type Days = { from: string | null; until: string | null }
export type Employed = { employer: Employer | null; employedBy: string | null }
export type AssignmentKey = {
  district: string
  person: string
  role: string
  partner: string | null
  all: boolean
}

export const find = statement(
  ($: { district: string; email: string }) => sql<Found>`
    select id, login_id, ended_at is not null as left from person
    where district_id = ${$.district} and lower(email) = ${$.email}
    order by ended_at nulls first, created_at limit 1 for no key update`,
)
export const comeBack = statement(
  ($: { district: string; id: string }) => sql`
    update person set ended_at = null where district_id = ${$.district} and id = ${$.id}`,
)
export const findAssignment = statement(
  ($: AssignmentKey & { schools: readonly string[]; now: Date }) => sql<{ id: string }>`
    select a.id from assignment a join district d using (district_id)
    where a.district_id = ${$.district} and a.person_id = ${$.person} and a.role = ${$.role} and a.ended_at is null
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
      and a.partner_id is not distinct from ${$.partner}::uuid and a.whole_district = ${$.all}
      and array(select s.school_id from assignment_school s
        where s.district_id = a.district_id and s.assignment_id = a.id order by 1)
        = array(select distinct school from unnest(${$.schools}::uuid[]) as school order by 1)
    order by a.id limit 1`,
)
export const addPerson = statement(
  ($: {
    district: string
    id: string
    name: string
    email: string
    partner: string | null
    now: Date
  }) => sql`
    insert into person (district_id, id, name, email, partner_id, created_at)
    values (${$.district}, ${$.id}, ${$.name}, ${$.email}, ${$.partner}, ${$.now})`,
)
export const addAssignment = statement(
  ($: AssignmentKey & Days & Employed & { id: string; now: Date }) => sql`
    insert into assignment (district_id, id, person_id, role, partner_id, whole_district, starts_on, ends_on, employer,
      employed_by)
    select d.district_id, ${$.id}, ${$.person}, ${$.role}, ${$.partner}, ${$.all},
      coalesce(${$.from}::date, (${$.now}::timestamptz at time zone d.time_zone)::date), ${$.until}::date, ${$.employer}, ${$.employedBy}::uuid
    from district d where d.district_id = ${$.district}`,
)
export const addSchools = statement(
  ($: { district: string; assignment: string; person: string; schools: readonly string[] }) => sql`
    insert into assignment_school (district_id, assignment_id, school_id, person_id)
    select ${$.district}, ${$.assignment}, school, ${$.person} from unnest(${$.schools}::uuid[]) as school`,
)
