import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'

/** What is compared against: the day, and whether who is not in the file has left. */
export type Comparing = { today: string; endAbsent: boolean }

const run = (tx: Transaction, text: string) => tx.run(sql.raw(text))

/**
 * Works out what enrolments begin, change and end, into tables of this transaction: `joining`, `moving`,
 * `ending`. Nothing of the district is written.
 */
export async function compareEnrolments(tx: Transaction, { today, endAbsent }: Comparing): Promise<void> {
  const district = tx.scope.districtId
  await tx.run(sql`create temp table going on commit drop as
    select id, student_id, school_id from enrolment
    where district_id = ${district} and not ended_by_roster and (ends_on is null or ends_on >= ${today}::date)`)
  await run(tx, 'analyze going')
  await matchEnrolments(tx, district)
  await run(
    tx,
    `create temp table joining on commit drop as
       select e.id, e.student_id, e.school_id, e.source_id, e.starts_on, e.ends_on, e.is_primary
       from matched e left join stage_student s on s.id = e.student_id
       where e.enrolment_id is null and not e.ended and s.ended is not true;
     create temp table moving on commit drop as
       select e.enrolment_id as id, e.student_id, coalesce(e.starts_on, e.was_starts_on) as starts_on, e.ends_on,
         coalesce(e.is_primary, e.was_primary) as is_primary
       from matched e left join stage_student s on s.id = e.student_id
       where e.enrolment_id is not null and not e.ended and s.ended is not true
         and (coalesce(e.starts_on, e.was_starts_on) is distinct from e.was_starts_on
           or e.ends_on is distinct from e.was_ends_on or e.was_ended
           or coalesce(e.is_primary, e.was_primary) is distinct from e.was_primary)`,
  )
  await findEndings(tx, { today, endAbsent })
  for (const table of ['joining', 'moving', 'ending']) await run(tx, `analyze ${table}`)
}

/**
 * Each stated enrolment beside the one the district has: one that goes on, else one that began the same day.
 */
async function matchEnrolments(tx: Transaction, district: string): Promise<void> {
  await tx.run(sql`create temp table matched on commit drop as
    select distinct on (e.id) e.id, e.student_id, e.school_id, e.source_id, e.starts_on, e.ends_on, e.is_primary, e.ended,
      e.weak, k.id as enrolment_id, k.starts_on as was_starts_on, k.ends_on as was_ends_on, k.is_primary as was_primary,
      k.ended_by_roster as was_ended
    from stage_enrolment e
    left join (
      select k.id, k.student_id, k.school_id, k.source_id, k.starts_on, k.ends_on, k.is_primary, k.ended_by_roster,
        g.id is not null as goes_on
      from enrolment k left join going g on g.id = k.id where k.district_id = ${district}) k
      on k.student_id = e.student_id and k.school_id = e.school_id
      and (k.goes_on or k.source_id = e.source_id or k.starts_on = e.starts_on)
    where e.student_id is not null and e.school_id is not null
    order by e.id, k.goes_on desc nulls last, (k.source_id = e.source_id) desc nulls last, k.starts_on desc nulls last`)
  await run(tx, 'analyze matched')
}

/**
 * What ends: an enrolment the file withdraws, every one of a student the file withdraws, and, when the file
 * is whole and nothing in it was refused, one it does not mention any more. A class that is withdrawn ends
 * nothing: a changed timetable looks the same.
 */
async function findEndings(tx: Transaction, { today, endAbsent }: Comparing): Promise<void> {
  await tx.run(sql`create temp table ending on commit drop as
    select distinct on (id) id, student_id, ends_on from (
      select e.enrolment_id as id, e.student_id, coalesce(e.ends_on, ${today}::date) as ends_on
      from matched e join going g on g.id = e.enrolment_id where e.ended and not e.weak
      union all
      select g.id, g.student_id, ${today}::date from going g join stage_student s on s.id = g.student_id where s.ended
      union all
      select g.id, g.student_id, ${today}::date from going g join stage_student s on s.id = g.student_id
      where ${endAbsent}::boolean and s.whole and not s.ended and not exists (
        select 1 from matched e where e.student_id = g.student_id and e.school_id = g.school_id and not e.ended)
      union all
      select g.id, g.student_id, ${today}::date
      from going g join student t on t.district_id = ${tx.scope.districtId} and t.id = g.student_id
      where ${endAbsent}::boolean and t.source_id is not null
        and not exists (select 1 from stage_student s where s.source_id = t.source_id)) e
    order by id, ends_on`)
}

/**
 * Students of whom the file says something else than the district has, into `changing` with what it will be.
 * What the file does not say stays; a name the student goes by stays too, once staff have edited the student.
 */
export async function compareStudents(tx: Transaction): Promise<void> {
  await tx.run(sql`create temp table changing on commit drop as
    select c.* from (
      select t.id, coalesce(s.given_name, t.given_name) as given_name, coalesce(s.family_name, t.family_name) as family_name,
        coalesce(s.local_id, t.local_id) as local_id, coalesce(b.born_on, s.born_on, t.born_on) as born_on,
        coalesce(nullif(s.grade, 'unknown'), t.grade) as grade,
        case when t.version = 1 then coalesce(s.preferred_name, t.preferred_name) else t.preferred_name end as preferred_name
      from student t
      left join stage_student s on s.id = t.id and s.found and not s.ended
      left join stage_birth b on b.source_id = t.source_id
      where t.district_id = ${tx.scope.districtId} and (s.id is not null or b.source_id is not null)) c
    join student t on t.district_id = ${tx.scope.districtId} and t.id = c.id
    where row(c.given_name, c.family_name, c.local_id, c.born_on, c.grade, c.preferred_name)
      is distinct from row(t.given_name, t.family_name, t.local_id, t.born_on, t.grade, t.preferred_name)`)
  await run(tx, 'analyze changing')
}
