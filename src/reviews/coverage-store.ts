import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Outcome, ReviewKind } from './review.ts'

/** How much of what was open at a school in a week was reviewed. */
export type Coverage = {
  readonly schoolId: string
  readonly schoolName: string
  /** Referrals that were open when the week ended, or are now. */
  readonly open: number
  readonly reviewed: number
  readonly deferred: number
}

type Asked = { district: string; schools: readonly string[]; week: string; until: Date }
const isOutcome = (outcome: string, week: unknown) => sql`
  exists (select from weekly_review_line l join weekly_review w on w.district_id = l.district_id and w.id = l.review_id
    where l.district_id = f.district_id and l.referral_id = f.id and l.outcome = ${sql.lit(outcome)} and w.kind = 'referrals'
      and w.week_on = ${week}::date)`
const coverage = statement(
  ($: Asked) => sql<Coverage>`
    select c.id as "schoolId", c.name as "schoolName", count(f.id)::int as open,
      (count(*) filter (where f.reviewed))::int as reviewed, (count(*) filter (where f.deferred and not f.reviewed))::int as deferred
    from school c
    left join lateral (
      select f.id, ${isOutcome('reviewed', $.week)} as reviewed, ${isOutcome('deferred', $.week)} as deferred
      from referral f where f.district_id = c.district_id and f.school_id = c.id and f.referred_at <= ${$.until}
        and (f.ended_at is null or f.ended_at > ${$.until})) f on true
    where c.district_id = ${$.district} and c.id = any(${$.schools}::uuid[])
    group by c.id, c.name order by c.name, c.id`,
)

/**
 * How much of some schools was reviewed in a week, by the school.
 * @param week its Monday @param until when the week ended, or now: what was open at that instant counts
 */
export const coverageOf = (
  tx: Transaction,
  asked: { schools: readonly string[]; week: string; until: Date },
): Promise<Coverage[]> => tx.all(coverage, { district: tx.scope.districtId, ...asked })

const unreviewed = statement(
  ($: Asked) => sql<{ count: number }>`
    select count(*)::int as count from referral f
    where f.district_id = ${$.district} and f.school_id = any(${$.schools}::uuid[]) and f.ended_at is null
      and f.referred_at <= ${$.until} and not ${isOutcome('reviewed', $.week)}`,
)

/** How many open referrals of some schools nobody reviewed in a week. */
export const countUnreviewed = async (
  tx: Transaction,
  asked: { schools: readonly string[]; week: string; until: Date },
): Promise<number> => (await tx.one(unreviewed, { district: tx.scope.districtId, ...asked })).count

/** A review, as a list of them shows it. */
export type ListedReview = {
  readonly id: string
  readonly weekOn: string
  readonly openedByName: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly schoolNames: readonly string[]
  readonly listed: number
  readonly reviewed: number
  readonly deferred: number
}
type Listing = { schools: readonly string[]; kind: ReviewKind; limit: number }
const listed = statement(
  ($: { district: string } & Listing) => sql<ListedReview>`
    select w.id, w.week_on as "weekOn", p.name as "openedByName", w.opened_at as "openedAt", w.closed_at as "closedAt",
      array(select c.name from weekly_review_school s join school c on c.district_id = s.district_id and c.id = s.school_id
        where s.district_id = w.district_id and s.review_id = w.id order by c.name) as "schoolNames",
      n.listed, n.reviewed, n.deferred
    from weekly_review w
    join person p on p.district_id = w.district_id and p.id = w.opened_by
    cross join lateral (select count(*)::int as listed, (count(*) filter (where l.outcome = 'reviewed'))::int as reviewed,
        (count(*) filter (where l.outcome = 'deferred'))::int as deferred
      from weekly_review_line l where l.district_id = w.district_id and l.review_id = w.id) n
    where w.district_id = ${$.district} and w.kind = ${$.kind} and not exists (select from weekly_review_school s
      where s.district_id = w.district_id and s.review_id = w.id and s.school_id <> all(${$.schools}::uuid[]))
    order by w.closed_at nulls first, w.opened_at desc limit ${$.limit}`,
)

/** Reviews of a kind, of these schools and no others: those under way first, then the latest. */
export const listReviews = (tx: Transaction, listing: Listing): Promise<ListedReview[]> =>
  tx.all(listed, { district: tx.scope.districtId, ...listing })

const cases = statement(
  ($: { district: string; schools: readonly string[]; week: string }) => sql<CaseOutcome>`
    select distinct on (l.student_id) l.student_id as "studentId", l.outcome from weekly_review_line l
    join weekly_review w on w.district_id = l.district_id and w.id = l.review_id
    where l.district_id = ${$.district} and w.kind = 'care' and w.week_on = ${$.week}::date
      and l.school_id = any(${$.schools}::uuid[]) and l.outcome is not null
    order by l.student_id, (l.outcome = 'reviewed') desc`,
)
/** What the case reviews of a week said of one student: reviewed, where one of them did. */
export type CaseOutcome = { readonly studentId: string; readonly outcome: Outcome }

/** Of which students of some schools the case reviews of a week said something. @param week its Monday */
export const caseOutcomes = (
  tx: Transaction,
  asked: { schools: readonly string[]; week: string },
): Promise<CaseOutcome[]> => tx.all(cases, { district: tx.scope.districtId, ...asked })
