import { sql, type RawBuilder } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { type Statement, statement } from '#platform/database/query.ts'
import type { LineFacts } from './line.ts'
import { lineColumns, lineTables } from './line-store.ts'
import type { ReferralState } from './lifecycle.ts'
import type { PageKey } from '#platform/page-key.ts'

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
  /** The last day of the pause that holds its clocks today. */
  pausedThrough: string | null
  nextVisitAt: Date | null
  /** The number of the referral whose agency asked for this one. */
  furtherOfNumber: number | null
}

type Values = {
  district: string
  schools: readonly string[] | null
  school: string | null
  state: string | null
  navigator: string | null
  now: Date
  timeZone: string
  at: Date | null
  after: string | null
}

/** So many schools are looked up one by one in their index. */
const fewSchools = 25

const both = (one: RawBuilder<unknown>[]) => sql.join(one, sql` and `)

/**
 * The conditions of one combination of filters. A filter that is not used leaves nothing behind for the
 * planner.
 */
function conditions($: Values, used: ReadonlySet<string>) {
  const newest = used.has('newest')
  const all: [string, RawBuilder<unknown>][] = [
    // Asked for inside: read off the values, how many there are had each page planned anew.
    ['schools', sql`f.school_id = any((select ${$.schools}::uuid[])::uuid[])`],
    // Of many schools each has little of what is owed first: the order is walked, and no school's index.
    ['many schools', sql`coalesce(f.school_id, f.school_id) = any(${$.schools}::uuid[])`],
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

// How many is part of the text: given as a value it is taken for a tenth of all there are.
const build = (used: ReadonlySet<string>, limit: number) =>
  statement(($: Values) => {
    const order = used.has('newest') ? sql`f.referred_at desc, f.id desc` : sql`f.next_due_at, f.id`
    return sql<TrackerRow>`
      select f.id, f.number, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
        s.grade, f.high_need as "highNeed", c.name as "schoolName", g.name as "navigatorName", p.short_name as "partnerName",
        f.next_due_at as "nextDueAt",
        case when f.paused_through >= (${$.now}::timestamptz at time zone d.time_zone)::date then (select w.through_on from referral_pause w
          where w.district_id = f.district_id and w.referral_id = f.id and w.ended_on is null
            and w.through_on >= (${$.now}::timestamptz at time zone d.time_zone)::date limit 1) end as "pausedThrough",
        (select u.number from referral u where u.district_id = f.district_id and u.id = f.further_of_id) as "furtherOfNumber",
        ${lineColumns($.now)}
      from (select f.* from referral f where ${conditions($, used)} order by ${order} limit ${sql.lit(limit)}) f
      cross join (select ${$.timeZone}::text as time_zone) d
      join student s on s.district_id = f.district_id and s.id = f.student_id
      join school c on c.district_id = f.district_id and c.id = f.school_id
      join person g on g.district_id = f.district_id and g.id = f.navigator_id
      left join partner p on p.district_id = f.district_id and p.id = f.partner_id
      ${lineTables}
      order by ${order}`
  })

// One prepared statement for each combination of filters that is ever asked for: 384 at most.
const built = new Map<string, Statement<Values, TrackerRow>>()
function statementFor(names: readonly string[], limit: number): Statement<Values, TrackerRow> {
  const key = [...names, limit].join(' ')
  const made = built.get(key) ?? build(new Set(names), limit)
  built.set(key, made)
  return made
}

type Page = {
  filter: TrackerFilter
  after: PageKey | undefined
  now: Date
  /** Of the district: by its days what is owed is late. */
  timeZone: string
  limit: number
}

/**
 * Open referrals within the actor's schools, the soonest promise first, or the newest.
 * @param limit how many rows at most; ask for one more than is shown to know whether there is a next page
 */
export function openReferrals(tx: Transaction, actor: Actor, page: Page): Promise<TrackerRow[]> {
  const { filter, after, now, timeZone, limit } = page
  const schools = schoolsInReach(actor)
  const used = [
    schools !== null && (schools.length > fewSchools ? 'many schools' : 'schools'),
    filter.schoolId !== undefined && 'school',
    filter.state !== undefined && 'state',
    filter.navigatorId !== undefined && 'navigator',
    filter.highNeed && 'high',
    filter.late && 'late',
    after !== undefined && 'after',
    filter.sort === 'newest' && 'newest',
  ].filter((name) => name !== false)
  // A dozen tables took longer to plan for each page than to read.
  tx.planOnce()
  return tx.all(statementFor(used, limit), {
    district: actor.districtId,
    schools,
    school: filter.schoolId ?? null,
    state: filter.state ?? null,
    navigator: filter.navigatorId ?? null,
    now,
    timeZone,
    at: after?.at ?? null,
    after: after?.id ?? null,
  })
}
