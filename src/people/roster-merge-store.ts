import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { noting, rosterTraces } from './roster-traces-store.ts'

const run = (tx: Transaction, text: string) => tx.run(sql.raw(text))

/** Writes what was compared, in this order. Every statement stands for all rows of its kind at once. */
export const mergers = (today: string): ((tx: Transaction) => Promise<void>)[] => [
  (tx) => mergeSchools(tx, today),
  (tx) => mergeStudents(tx, today),
  mergeEnrolments,
  (tx) => placeStudents(tx, today),
  mergeStaff,
]

async function mergeSchools(tx: Transaction, today: string): Promise<void> {
  const district = tx.scope.districtId
  await run(tx, 'create temp table touched (type text, id uuid, student_id uuid, name text) on commit drop')
  await tx.run(sql`with w as (
      insert into school (district_id, id, source_id, name, level, public_code)
      select ${district}::uuid, id, source_id, name, level, public_code from stage_school where not found and not ended
      returning id) ${noting(rosterTraces.schoolAdded)}`)
  await tx.run(sql`with w as (
      update school k set name = s.name, closed_on = case when s.ended then ${today}::date end
      from stage_school s where k.district_id = ${district} and k.id = s.id and s.found
        and (k.name <> s.name or (k.closed_on is null) = s.ended)
      returning k.id) ${noting(rosterTraces.schoolChanged)}`)
}

/** Of several schools, the one that answers: one that has begun, the primary one, the one that began last. */
const answering = (today: string) =>
  sql`(e.starts_on is null or e.starts_on <= ${today}::date) desc, e.is_primary desc nulls last, e.starts_on desc nulls last, e.id`

async function mergeStudents(tx: Transaction, today: string): Promise<void> {
  const district = tx.scope.districtId
  await tx.run(sql`with school_of as (
      select distinct on (e.student_id) e.student_id, e.school_id from joining e
      where e.ends_on is null or e.ends_on >= ${today}::date order by e.student_id, ${answering(today)}), w as (
      insert into student (district_id, id, source_id, local_id, given_name, family_name, preferred_name, born_on, grade,
        school_id)
      select ${district}::uuid, s.id, s.source_id, s.local_id, s.given_name, s.family_name, s.preferred_name,
        coalesce(b.born_on, s.born_on), s.grade, c.school_id
      from stage_student s left join stage_birth b on b.source_id = s.source_id left join school_of c on c.student_id = s.id
      where not s.found and not s.ended
      returning id) ${noting(rosterTraces.studentAdded)}`)
  await tx.run(sql`with w as (
      update student t set given_name = c.given_name, family_name = c.family_name, local_id = c.local_id,
        born_on = c.born_on, grade = c.grade, preferred_name = c.preferred_name
      from changing c where t.district_id = ${district} and t.id = c.id
      returning t.id) ${noting(rosterTraces.studentChanged)}`)
}

async function mergeEnrolments(tx: Transaction): Promise<void> {
  const district = tx.scope.districtId
  const note = noting(rosterTraces.studentChanged)
  await tx.run(sql`with w as (
      insert into enrolment (district_id, id, student_id, school_id, source_id, is_primary, starts_on, ends_on)
      select ${district}::uuid, id, student_id, school_id, source_id, coalesce(is_primary, false), starts_on, ends_on from joining
      on conflict (district_id, student_id, school_id, source_id) do update
        set is_primary = excluded.is_primary, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
          ended_by_roster = false
      returning student_id as id) ${note}`)
  await tx.run(sql`with w as (
      update enrolment k set starts_on = m.starts_on, ends_on = m.ends_on, is_primary = m.is_primary, ended_by_roster = false
      from moving m where k.district_id = ${district} and k.id = m.id
      returning k.student_id as id) ${note}`)
  await tx.run(sql`with w as (
      update enrolment k set ends_on = e.ends_on, ended_by_roster = true
      from ending e where k.district_id = ${district} and k.id = e.id
      returning k.student_id as id) ${note}`)
}

/**
 * Says anew which school answers for each student that was touched: the primary enrolment that has begun,
 * else any that has begun, else the one that begins first. A student without any has left; the record stays.
 */
async function placeStudents(tx: Transaction, today: string): Promise<void> {
  const district = tx.scope.districtId
  await run(tx, 'analyze touched')
  await tx.run(sql`create temp table placed on commit drop as
    with wanted as (select distinct id from touched where type = 'student'),
    answers as (
      select distinct on (e.student_id) e.student_id, e.school_id
      from enrolment e join wanted w on w.id = e.student_id
      where e.district_id = ${district} and not e.ended_by_roster and (e.ends_on is null or e.ends_on >= ${today}::date)
      order by e.student_id, ${answering(today)})
    select t.id, a.school_id, case when a.school_id is null then coalesce(t.left_on, ${today}::date) end as left_on,
      a.school_id is distinct from t.school_id as moved
    from wanted w join student t on t.district_id = ${district} and t.id = w.id
    left join answers a on a.student_id = t.id`)
  await run(tx, 'analyze placed')
  await tx.run(sql`with written as (
      update student t set school_id = p.school_id, left_on = p.left_on from placed p
      where t.district_id = ${district} and t.id = p.id
        and (t.school_id is distinct from p.school_id or t.left_on is distinct from p.left_on)
      returning t.id, p.left_on),
    w as (select id from written where left_on is not null) ${noting(rosterTraces.studentLeft)}`)
}

async function mergeStaff(tx: Transaction): Promise<void> {
  const district = tx.scope.districtId
  await tx.run(sql`with w as (
      insert into person (district_id, id, source_id, name, email, created_at)
      select ${district}::uuid, id, source_id, name, email, now() from stage_staff where not found and not ended
      returning id) ${noting(rosterTraces.staffAdded)}`)
  await tx.run(sql`with w as (
      update person k set source_id = s.source_id, name = case when k.source_id is null then k.name else s.name end,
        email = coalesce(k.email, s.email)
      from stage_staff s where k.district_id = ${district} and k.id = s.id and s.found and not s.ended
        and (k.source_id is null or k.name <> s.name or (k.email is null and s.email is not null))
      returning k.id) ${noting(rosterTraces.staffChanged)}`)
}
