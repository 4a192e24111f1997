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
/**
 * What the trail says of a change. Requests of agencies once said for what and to whom: sealed events keep
 * that, and no page tells it.
 */
const told = sql`case when e.name = 'referral.further_requested'
        then e.detail - 'serviceSought' - 'suggestedPartnerId' else e.detail end`

const changes = statement(
  ($: { district: string; student: string; before: Date; limit: number; all: boolean }) => sql<Changed>`
    select e.id, e.at, e.xact, e.name, e.role, p.name as "personName", a.short_name as "partnerName", e.subject_type as "subjectType",
      e.subject_id as "subjectId", ${told} as detail
    from audit_event e
    left join person p on p.district_id = e.district_id and p.id = e.person_id
    left join partner a on a.district_id = e.district_id and a.id = e.partner_id
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.kind = 'change' and e.at <= ${$.before}
      and e.name not like '%.seeded' and e.subject_type <> 'consent_exception'
      and (e.subject_type <> 'concern' or not exists (select 1 from concern c
        where c.district_id = e.district_id and c.id = e.subject_id
          and (c.student_id is null or (c.source = 'student' and not ${$.all}))))
    order by e.at desc, e.id desc limit ${$.limit}`,
)
/**
 * Everything that happened about a student up to an instant, the latest first. What a student asked for on
 * their own is there for those who read it; the decision that came of it is there for everybody [R004]. A
 * concern that turned out to be about somebody else is no part of it.
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

/** Somebody who opened records of a student, or met the student in a list. */
export type Looked = {
  personName: string | null
  role: string
  partnerName: string | null
  /** How often they opened something of this student, or took it along. */
  times: number
  /** How often the student was one of several in a list they read. */
  inLists: number
  lastAt: Date
  /** Whether some of it was read because they broke the glass. */
  brokeGlass: boolean
}
const readers = statement(
  ($: { district: string; student: string; since: Date }) => sql<Looked>`
    with g as (
      select e.person_id, e.role, e.partner_id, count(*)::int as times, 0 as lists, max(e.at) as last_at,
        coalesce(bool_or(e.detail ->> 'ground' = 'break_glass'), false) as glass
      from audit_event e
      where e.district_id = ${$.district} and e.student_id = ${$.student} and e.kind in ('read', 'print', 'export')
        and e.at >= ${$.since} and e.subject_type <> 'consent_exception'
      group by e.person_id, e.role, e.partner_id
      union all
      select l.person_id, l.role, l.partner_id, 0, l.times, l.last_at, false
      from house.listings_of(${$.student}::uuid, ${$.since}::timestamptz) l)
    select p.name as "personName", g.role, a.short_name as "partnerName", sum(g.times)::int as times,
      sum(g.lists)::int as "inLists", max(g.last_at) as "lastAt", bool_or(g.glass) as "brokeGlass"
    from g
    left join person p on p.district_id = ${$.district} and p.id = g.person_id
    left join partner a on a.district_id = ${$.district} and a.id = g.partner_id
    group by p.name, g.role, a.short_name
    order by max(g.last_at) desc, p.name, g.role, a.short_name limit 20`,
)
/**
 * Who looked at a student's records since an instant, the latest first. What was told without consent has
 * readers of its own, and a list of others would tell that there is something to read.
 */
export const readersOf = (tx: Transaction, studentId: string, since: Date): Promise<Looked[]> =>
  tx.all(readers, { district: tx.scope.districtId, student: studentId, since })
