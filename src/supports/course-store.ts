import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CourseFacts } from './course.ts'

type Of = { district: string; student: string; since: string }
const missed = statement(
  ($: Of) => sql<{ on: string }>`
    select e.starts_on::text as "on" from school_event e
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.kind = 'absence' and e.code = 'whole_day'
      and not e.taken_back and e.replaced_at is null and e.starts_on >= ${$.since}::date`,
)
const crises = statement(
  ($: Of) => sql<{ on: string }>`
    select (c.started_at at time zone d.time_zone)::date::text as "on" from crisis_incident c
    join district d on d.district_id = c.district_id
    where c.district_id = ${$.district} and c.student_id = ${$.student} and c.ended_as is null
      and (c.started_at at time zone d.time_zone)::date >= ${$.since}::date`,
)
const visits = statement(
  ($: Of) => sql<{ on: string; kept: boolean }>`
    select (v.starts_at at time zone d.time_zone)::date::text as "on", v.result = 'attended' as kept from appointment v
    join district d on d.district_id = v.district_id
    where v.district_id = ${$.district} and v.student_id = ${$.student} and v.result in ('attended', 'no_show')
      and (v.starts_at at time zone d.time_zone)::date >= ${$.since}::date`,
)

/** Which of the facts somebody may know: what is left out is not read. */
export type Knows = { readonly [fact in keyof CourseFacts]: boolean }

/** What the measures of a student are counted from, since a day, as far as it may be known. */
export async function courseFacts(
  tx: Transaction,
  { student, since, knows }: { student: string; since: string; knows: Knows },
): Promise<CourseFacts> {
  const of = { district: tx.scope.districtId, student, since }
  return {
    missedOn: knows.missedOn ? (await tx.all(missed, of)).map(({ on }) => on) : [],
    crisesOn: knows.crisesOn ? (await tx.all(crises, of)).map(({ on }) => on) : [],
    visits: knows.visits ? await tx.all(visits, of) : [],
  }
}
