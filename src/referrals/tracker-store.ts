import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Statement, statement } from '#platform/database/query.ts'
import type { LineFacts } from './line.ts'
import { lineColumns, lineTables } from './line-store.ts'
import type { ReferralState } from './lifecycle.ts'
import type { PageKey } from './page-key.ts'

/** What the tracker can be narrowed to and sorted by. */
export type TrackerFilter = {
  schoolId: string | undefined
  state: ReferralState | undefined
  navigatorId: string | undefined
  highNeed: boolean
  late: boolean
  sort: 'due' | 'newest'
}

export type TrackerRow = LineFacts & {
  id: string
  number: number
  studentId: string
  studentName: string
  grade: string
  highNeed: boolean
  schoolName: string
  navigatorName: string
  partnerName: string | null
  nextDueAt: Date
  nextVisitAt: Date | null
}

type Values = {
  district: string
  schools: readonly string[] | null
  school: string | null
  state: string | null
  navigator: string | null
  now: Date
  at: Date | null
  after: string | null
  limit: number
}

const both = (one: RawBuilder<unknown>[]) => sql.join(one, sql` and `)

/**
 * The conditions of one combination of filters. A filter that is not used leaves nothing behind for the
 * planner.
 */
function conditions($: Values, used: ReadonlySet<string>) {
  const newest = used.has('newest')
  const all: [string, RawBuilder<unknown>][] = [
    ['schools', sql`f.school_id = any(${$.schools}::uuid[])`],
    ['school', sql`f.school_id = ${$.school}`],
    ['state', sql`f.state = ${$.state}`],
    ['navigator', sql`f.navigator_id = ${$.navigator}`],
    ['high', sql`f.high_need`],
    ['late', sql`f.next_due_at < ${$.now}`],
    [
      'after',
      newest
        ? sql`(f.referred_at, f.id) < (${$.at}, ${$.after})`
        : sql`(f.next_due_at, f.id) > (${$.at}, ${$.after})`,
    ],
  ]
  const fixed = [sql`f.district_id = ${$.district}`, sql`f.ended_at is null`]
  return both([...fixed, ...all.filter(([name]) => used.has(name)).map(([, condition]) => condition)])
}

const build = (used: ReadonlySet<string>) =>
  statement(($: Values) => {
    const order = used.has('newest') ? sql`f.referred_at desc, f.id desc` : sql`f.next_due_at, f.id`
    return sql<TrackerRow>`
      with page as materialized (
        select f.* from referral f where ${conditions($, used)} order by ${order} limit ${$.limit}
      )
      select f.id, f.number, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
        s.grade, f.high_need as "highNeed", c.name as "schoolName", g.name as "navigatorName", p.short_name as "partnerName",
        f.next_due_at as "nextDueAt", ${lineColumns($.now)}
      from page f
      join district d on d.district_id = f.district_id
      join student s on s.district_id = f.district_id and s.id = f.student_id
      join school c on c.district_id = f.district_id and c.id = f.school_id
      join person g on g.district_id = f.district_id and g.id = f.navigator_id
      left join partner p on p.district_id = f.district_id and p.id = f.partner_id
      ${lineTables}
      order by ${order}`
  })

// One prepared statement for each combination of filters that is ever asked for: 256 at most.
const built = new Map<string, Statement<Values, TrackerRow>>()
function statementFor(names: readonly string[]): Statement<Values, TrackerRow> {
  const key = names.join(' ')
  const made = built.get(key) ?? build(new Set(names))
  built.set(key, made)
  return made
}

/**
 * Open referrals within the actor's schools, the soonest promise first, or the newest.
 * @param limit how many rows at most; ask for one more than is shown to know whether there is a next page
 */
export function openReferrals(
  tx: Transaction,
  actor: Actor,
  {
    filter,
    after,
    now,
    limit,
  }: { filter: TrackerFilter; after: PageKey | undefined; now: Date; limit: number },
): Promise<TrackerRow[]> {
  const schools =
    sideOf(actor.role) === 'school' ? actor.schoolIds : sideOf(actor.role) === 'system' ? null : []
  const used = [
    schools !== null && 'schools',
    filter.schoolId !== undefined && 'school',
    filter.state !== undefined && 'state',
    filter.navigatorId !== undefined && 'navigator',
    filter.highNeed && 'high',
    filter.late && 'late',
    after !== undefined && 'after',
    filter.sort === 'newest' && 'newest',
  ].filter((name) => name !== false)
  return tx.all(statementFor(used), {
    district: actor.districtId,
    schools,
    school: filter.schoolId ?? null,
    state: filter.state ?? null,
    navigator: filter.navigatorId ?? null,
    now,
    at: after?.at ?? null,
    after: after?.id ?? null,
    limit,
  })
}

const navigators = statement(
  ($: { district: string; schools: readonly string[] | null }) => sql<{ id: string; name: string }>`
    select p.id, p.name from person p where p.district_id = ${$.district} and exists (
      select 1 from assignment a where a.district_id = p.district_id and a.person_id = p.id and a.role = 'navigator'
        and a.ended_at is null and (${$.schools}::uuid[] is null or a.whole_district or exists (select 1 from assignment_school m
          where m.district_id = a.district_id and m.assignment_id = a.id and m.school_id = any(${$.schools}::uuid[]))))
    order by p.name limit 400`,
)
const schools = statement(
  ($: { district: string; schools: readonly string[] | null }) => sql<{ id: string; name: string }>`
    select id, name from school where district_id = ${$.district} and closed_on is null
      and (${$.schools}::uuid[] is null or id = any(${$.schools}::uuid[])) order by name`,
)
/** What a filter offers: the schools and navigators within reach. */
export async function filterChoices(tx: Transaction, actor: Actor) {
  const values = { district: actor.districtId, schools: actor.schoolIds }
  return { schools: await tx.all(schools, values), navigators: await tx.all(navigators, values) }
}
