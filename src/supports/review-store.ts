import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { PageKey } from '#platform/page-key.ts'
import { opened } from '#platform/vault/opened.ts'
import type { BriefSupport, Review } from './support.ts'

type At = { district: string; support: string }
const reviews = statement(
  ($: At) => sql<Review>`
    select id, outcome, improving, exit_criterion as "exitCriterion", next_review_on as "nextReviewOn",
      clinician_id as "clinicianId", reviewed_by as "reviewedBy", reviewed_at as "reviewedAt"
    from support_review where district_id = ${$.district} and support_id = ${$.support} order by reviewed_at desc, id desc`,
)

/** How often a support was looked at, the last time first. */
export const reviewsOf = (tx: Transaction, supportId: string): Promise<Review[]> =>
  tx.all(reviews, { district: tx.scope.districtId, support: supportId })

type Values = At &
  Record<'id' | 'student' | 'outcome' | 'by', string> &
  Record<'exit' | 'next' | 'clinician', string | null> & {
    improving: boolean | null
    at: Date
  }
const insert = statement(
  ($: Values) => sql`
    insert into support_review (district_id, id, support_id, student_id, outcome, improving, exit_criterion, next_review_on,
      clinician_id, reviewed_by, reviewed_at)
    values (${$.district}, ${$.id}, ${$.support}, ${$.student}, ${$.outcome}, ${$.improving}, ${$.exit}, ${$.next}::date,
      ${$.clinician}, ${$.by}, ${$.at})`,
)

export const insertReview = ({ tx, districtId }: Unit, support: BriefSupport, review: Review) =>
  tx.run(insert, {
    district: districtId,
    support: support.id,
    student: support.studentId,
    id: review.id,
    outcome: review.outcome,
    improving: review.improving,
    exit: review.exitCriterion,
    next: review.nextReviewOn,
    clinician: review.clinicianId,
    by: review.reviewedBy,
    at: review.reviewedAt,
  })

/** A row of the list of supports. */
export type SupportLine = Pick<
  BriefSupport,
  'id' | 'studentId' | 'focus' | 'state' | 'startsOn' | 'reviewOn' | 'highRiskAt'
> & {
  studentName: string
  grade: string
  schoolName: string
  owner: string
}

type Page = Record<'owner' | 'after', string | null> & {
  district: string
  schools: readonly string[] | null
  at: Date | null
  limit: number
}
const lines = statement(
  ($: Page) => sql<SupportLine>`
    select b.id, b.student_id as "studentId", ${opened('brief_support.focus', 'b')} as focus,
      b.state, b.starts_on as "startsOn", b.review_on as "reviewOn",
      b.high_risk_at as "highRiskAt", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      s.grade, k.name as "schoolName", p.name as owner
    from brief_support b
    join student s on s.district_id = b.district_id and s.id = b.student_id
    join school k on k.district_id = b.district_id and k.id = b.school_id
    join person p on p.district_id = b.district_id and p.id = b.owner_id
    where b.district_id = ${$.district} and b.ended_at is null
      and ${withinReach($.schools, 'b.school_id')}
      and (${$.owner}::uuid is null or b.owner_id = ${$.owner}::uuid)
      and (${$.at}::timestamptz is null or (b.review_on, b.id) > ((${$.at}::timestamptz at time zone 'utc')::date, ${$.after}::uuid))
    order by b.review_on, b.id limit ${$.limit}`,
)

/**
 * The running supports of the actor's schools, the review that comes first on top; only one's own when
 * asked.
 * @param after the day of a review, as midnight in UTC
 */
export const runningSupports = (
  tx: Transaction,
  actor: Actor,
  { mine, after, limit }: { mine: boolean; after?: PageKey | undefined; limit: number },
): Promise<SupportLine[]> =>
  tx.all(lines, {
    district: actor.districtId,
    schools: actor.schoolIds,
    owner: mine ? actor.personId : null,
    at: after?.at ?? null,
    after: after?.id ?? null,
    limit,
  })
