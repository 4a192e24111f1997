import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { SchoolFigures } from './progress.ts'

type Asked = { district: string; schools: readonly string[]; now: Date; since: Date }
const some = (from: ReturnType<typeof sql>) =>
  sql`(count(*) filter (where exists (select from ${from})))::int`
const served = ($: Pick<Asked, 'district'>) => sql`
  (select distinct f.district_id, f.school_id, f.student_id from referral f
    where f.district_id = ${$.district} and f.accepted_at is not null and f.ended_at is null)`
const open = sql`join referral f on f.district_id = x.district_id and f.id = x.referral_id and f.ended_at is null`
const own = sql`x.district_id = u.district_id and x.student_id = u.student_id`

const figures = statement(
  ($: Asked) => sql<SchoolFigures>`
    select c.id as "schoolId", c.name as "schoolName", count(u.student_id)::int as "inService",
      ${some(sql`agreed_measure x where ${own}`)} as measured,
      ${some(sql`agreed_measure x where ${own} and x.agreed_at > ${$.since}`)} as updated,
      ${some(sql`appointment x ${open} where ${own} and x.result is null and x.starts_at > ${$.now}`)} as booked,
      ${some(sql`barrier x ${open} where ${own} and x.resolved_at is null`)} as hindered,
      ${some(sql`treatment_milestone x ${open} where ${own} and x.milestone = 'first_reached'`)} as reached
    from school c left join ${served($)} u on u.district_id = c.district_id and u.school_id = c.id
    where c.district_id = ${$.district} and c.id = any(${$.schools}::uuid[])
    group by c.id, c.name order by c.name, c.id`,
)

/**
 * How all students in service at some schools do, in counts: everybody an agency accepted whose referral is
 * open [R171]. @param since from when on a measure counts as brought up to date
 */
export const figuresOf = (
  tx: Transaction,
  asked: { schools: readonly string[]; now: Date; since: Date },
): Promise<SchoolFigures[]> => tx.all(figures, { district: tx.scope.districtId, ...asked })

/** When a school met last, and from when on it had somebody in service. */
export type Met = {
  readonly schoolId: string
  readonly schoolName: string
  readonly lastAt: Date | null
  readonly servedSince: Date
}
const met = statement(
  ($: { district: string; schools: readonly string[] }) => sql<Met>`
    select c.id as "schoolId", c.name as "schoolName", u.since as "servedSince",
      (select max(w.opened_at) from weekly_review w
        join weekly_review_school s on s.district_id = w.district_id and s.review_id = w.id and s.school_id = c.id
        where w.district_id = c.district_id and w.kind = 'progress') as "lastAt"
    from school c join lateral (select min(f.accepted_at) as since from referral f
      where f.district_id = c.district_id and f.school_id = c.id and f.accepted_at is not null and f.ended_at is null) u
      on u.since is not null
    where c.district_id = ${$.district} and c.id = any(${$.schools}::uuid[]) order by c.name, c.id`,
)

/** Of each school with somebody in service: when its last meeting about progress was. */
export const metAt = (tx: Transaction, schools: readonly string[]): Promise<Met[]> =>
  tx.all(met, { district: tx.scope.districtId, schools })
