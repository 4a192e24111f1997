import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'

/** What a roster would do, or did, to each kind of record. */
export type RosterCounts = {
  schools: { added: number; changed: number; closed: number; notInFile: number }
  students: { added: number; changed: number; left: number; same: number }
  enrolments: { added: number; changed: number; ended: number }
  caregivers: { added: number; changed: number }
  links: { added: number; ended: number }
  staff: { added: number; changed: number; gone: number }
}

/** Counts what the comparison found. Nothing has been written when this is asked. */
export function countChanges(tx: Transaction): Promise<RosterCounts> {
  const district = tx.scope.districtId
  return tx.one(sql<RosterCounts>`
    with changed as (
      select id from changing union select student_id from joining union select student_id from moving
      union select student_id from ending union select student_id from linking union select student_id from unlinking),
    left_now as (
      select student_id from ending
      except select g.student_id from going g where not exists (select 1 from ending e where e.id = g.id)
      except select student_id from joining except select student_id from moving),
    added as (select id from stage_student where not found and not ended)
    select
      (select json_build_object(
        'added', count(*) filter (where not s.found and not s.ended),
        'changed', count(*) filter (where s.found and not s.ended and s.name <> k.name),
        'closed', count(*) filter (where s.found and s.ended and k.closed_on is null),
        'notInFile', (select count(*) from school o where o.district_id = ${district} and o.closed_on is null
          and o.source_id is not null and not exists (select 1 from stage_school x where x.id = o.id)))
        from stage_school s left join school k on k.district_id = ${district} and k.id = s.id) as schools,
      (select json_build_object('added', (select count(*) from added),
        'left', (select count(*) from left_now),
        'changed', (select count(*) from changed c where not exists (select 1 from added a where a.id = c.id)
          and not exists (select 1 from left_now l where l.student_id = c.id)),
        'same', (select count(*) from stage_student s where s.found and not s.ended
          and not exists (select 1 from changed c where c.id = s.id)))) as students,
      json_build_object('added', (select count(*) from joining), 'changed', (select count(*) from moving),
        'ended', (select count(*) from ending)) as enrolments,
      json_build_object('added', (select count(*) from stage_caregiver where not found and not ended),
        'changed', (select count(*) from reaching)) as caregivers,
      json_build_object('added', (select count(*) from linking), 'ended', (select count(*) from unlinking)) as links,
      (select json_build_object('added', count(*) filter (where not s.found and not s.ended),
        'changed', count(*) filter (where s.found and not s.ended and (k.source_id is null or k.name <> s.name
          or (k.email is null and s.email is not null))),
        'gone', count(*) filter (where s.found and s.ended))
        from stage_staff s left join person k on k.district_id = ${district} and k.id = s.id) as staff`)
}

/** Students who are at a school before anything is written. */
export async function countKnown(tx: Transaction): Promise<number> {
  const { known } = await tx.one(
    sql<{ known: number }>`select count(distinct student_id)::int as known from going`,
  )
  return known
}

/** A new student with the name and the birth date of one the district has under another id. */
export type NearDuplicate = { sourceId: string; studentId: string }

/** Near-duplicates listed in full: what comes after is counted. */
const mostListed = 200

/**
 * New students who may be known already: every word of the name is one of a known student's, accents aside,
 * and they were born on the same day. They are listed for review and never merged by themselves [R372].
 */
export async function nearDuplicates(tx: Transaction): Promise<{ listed: NearDuplicate[]; count: number }> {
  const district = tx.scope.districtId
  const rows = await tx.all(sql<NearDuplicate & { count: number }>`
    with pairs as (
      select s.source_id, t.id, cardinality(s.words) as words, unnest(s.words) as word
      from stage_student s join student t on t.district_id = ${district} and t.born_on = s.born_on
      where not s.found and not s.ended and cardinality(s.words) > 1)
    select p.source_id as "sourceId", p.id as "studentId", count(*) over () as count
    from pairs p join student_name n on n.district_id = ${district} and n.student_id = p.id and n.word = p.word
    group by p.source_id, p.id, p.words having count(*) = p.words
    order by p.source_id, p.id limit ${mostListed}`)
  return {
    listed: rows.map(({ sourceId, studentId }) => ({ sourceId, studentId })),
    count: rows[0]?.count ?? 0,
  }
}
