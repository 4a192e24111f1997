import { sql } from 'kysely'
import type { Detail } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** One change in a student's life here, as the trail keeps it: what, who, when, and codes. */
export type Changed = {
  id: string
  at: Date
  /** The transaction that wrote it: everything one act changed carries the same. */
  xact: string
  name: string
  role: string
  personName: string | null
  partnerName: string | null
  subjectType: string
  subjectId: string | null
  detail: Detail
}
const changes = statement(
  ($: { district: string; student: string; before: Date; limit: number; all: boolean }) => sql<Changed>`
    select e.id, e.at, e.xact, e.name, e.role, p.name as "personName", a.short_name as "partnerName", e.subject_type as "subjectType",
      e.subject_id as "subjectId", e.detail
    from audit_event e
    left join person p on p.district_id = e.district_id and p.id = e.person_id
    left join partner a on a.district_id = e.district_id and a.id = e.partner_id
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.kind = 'change' and e.at <= ${$.before}
      and e.name not like '%.seeded' and e.subject_type <> 'consent_exception'
      and (${$.all} or e.subject_type <> 'concern' or not exists (select 1 from concern c
        where c.district_id = e.district_id and c.id = e.subject_id and c.source = 'student'))
    order by e.at desc, e.id desc limit ${$.limit}`,
)
/**
 * Everything that happened about a student up to an instant, the latest first. What a student asked for on
 * their own is there for those who read it; the decision that came of it is there for everybody [R004].
 */
export const changesOf = (
  tx: Transaction,
  studentId: string,
  { before, limit, all }: { before: Date; limit: number; all: boolean },
): Promise<Changed[]> =>
  tx.all(changes, {
    district: tx.scope.districtId,
    student: studentId,
    before,
    limit,
    all,
  })

/** Somebody who opened records of a student. */
export type Looked = {
  personName: string | null
  role: string
  partnerName: string | null
  times: number
  lastAt: Date
  /** Whether some of it was read because they broke the glass. */
  brokeGlass: boolean
}
const readers = statement(
  ($: { district: string; student: string; since: Date }) => sql<Looked>`
    select p.name as "personName", e.role, a.short_name as "partnerName", count(*)::int as times, max(e.at) as "lastAt",
      coalesce(bool_or(e.detail ->> 'ground' = 'break_glass'), false) as "brokeGlass"
    from audit_event e
    left join person p on p.district_id = e.district_id and p.id = e.person_id
    left join partner a on a.district_id = e.district_id and a.id = e.partner_id
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.kind in ('read', 'print', 'export')
      and e.at >= ${$.since} and e.subject_type <> 'consent_exception'
    group by p.name, e.role, a.short_name order by max(e.at) desc limit 20`,
)
/**
 * Who looked at a student's records since an instant, the latest first. What was told without consent has
 * readers of its own, and a list of others would tell that there is something to read.
 */
export const readersOf = (tx: Transaction, studentId: string, since: Date): Promise<Looked[]> =>
  tx.all(readers, { district: tx.scope.districtId, student: studentId, since })
