import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { type LineFacts, lineColumns, lineTables } from '#referrals/contract.ts'
import type { Clock } from '#standards/contract.ts'
import type { Outcome, ReviewLine } from './review.ts'

type ToList = { schools: readonly string[]; week: string; now: Date; limit: number }
const toList = statement(
  ($: ToList & { district: string }) => sql<Pick<ReviewLine, 'referralId' | 'studentId' | 'schoolId'>>`
    select f.id as "referralId", f.student_id as "studentId", f.school_id as "schoolId" from referral f
    where f.district_id = ${$.district} and f.school_id = any(${$.schools}::uuid[]) and f.ended_at is null and f.referred_at <= ${$.now}
      and not exists (select from weekly_review_line l
        join weekly_review w on w.district_id = l.district_id and w.id = l.review_id
        where l.district_id = f.district_id and l.referral_id = f.id and l.outcome = 'reviewed' and w.kind = 'referrals'
          and w.week_on = ${$.week}::date)
    order by exists (select from escalation e
        where e.district_id = f.district_id and e.referral_id = f.id and e.closed_at is null) desc,
      f.next_due_at, f.id
    limit ${$.limit}`,
)

/** Every open referral of some schools nobody reviewed in a week: what stalled first, then what is due. */
export const listToReview = (tx: Transaction, asked: ToList) =>
  tx.all(toList, { district: tx.scope.districtId, ...asked })

const insert = statement(
  ($: { district: string; review: string; rows: string }) => sql`
    insert into weekly_review_line (district_id, id, review_id, referral_id, student_id, school_id, position)
    select ${$.district}::uuid, r."id", ${$.review}::uuid, r."referralId", r."studentId", r."schoolId", r."position"
    from jsonb_to_recordset(${$.rows}::jsonb)
      as r("id" uuid, "referralId" uuid, "studentId" uuid, "schoolId" uuid, "position" int)`,
)

/** Writes the list of a review, in its order. */
export function insertLines(
  unit: Unit,
  reviewId: string,
  referrals: readonly Pick<ReviewLine, 'referralId' | 'studentId' | 'schoolId'>[],
): void {
  const rows = referrals.map((each, at) => ({ ...each, id: unit.id(), position: at + 1 }))
  unit.tx.write(insert, { district: unit.districtId, review: reviewId, rows: JSON.stringify(rows) })
}

/** So many calendar days after its end an exclusion still marks a line: four reviews come to it. */
const excludedWithin = 28

/** A line with what a review needs to know of the referral as it is now. */
export type SeenLine = ReviewLine &
  LineFacts & {
    readonly number: number
    readonly studentName: string
    readonly grade: string
    readonly highNeed: boolean
    readonly schoolName: string
    readonly navigatorName: string
    readonly partnerName: string | null
    readonly nextDueAt: Date
    readonly nextVisitAt: Date | null
    readonly escalationId: string | null
    /** Clocks of which a miss was kept within a week. */
    readonly missed: readonly Clock[]
    readonly markedByName: string | null
    /** The first day of the latest exclusion that is not long over, YYYY-MM-DD. */
    readonly excludedOn: string | null
  }

type Asked = { district: string; review: string; now: Date; referral: string | null }
const lines = statement(
  ($: Asked) => sql<SeenLine>`
    select l.id, l.referral_id as "referralId", l.student_id as "studentId", l.school_id as "schoolId", l.position, l.outcome,
      l.decision, l.deferred_because as "deferredBecause", l.visit_said as "visitSaid", l.barriers_said as "barriersSaid",
      l.measures_said as "measuresSaid", ${opened('weekly_review_line.words', 'l')} as words,
      l.marked_at as "markedAt", m.name as "markedByName", f.number,
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", s.grade, f.high_need as "highNeed",
      c.name as "schoolName", g.name as "navigatorName", p.short_name as "partnerName", f.next_due_at as "nextDueAt",
      (select e.id from escalation e where e.district_id = f.district_id and e.referral_id = f.id and e.closed_at is null)
        as "escalationId",
      (select max(x.starts_on) from school_event x where x.district_id = l.district_id and x.student_id = l.student_id
        and x.kind = 'exclusion' and not x.taken_back and x.replaced_at is null
        and coalesce(x.ends_on, x.starts_on) > (${$.now}::timestamptz at time zone d.time_zone)::date - ${sql.lit(excludedWithin)})
        as "excludedOn",
      array(select distinct b.clock from standard_breach b where b.district_id = f.district_id and b.referral_id = f.id
        and b.noticed_at > ${$.now}::timestamptz - interval '7 days' order by b.clock) as missed,
      ${lineColumns($.now)}
    from weekly_review_line l
    join referral f on f.district_id = l.district_id and f.id = l.referral_id
    join district d on d.district_id = l.district_id
    join student s on s.district_id = l.district_id and s.id = l.student_id
    join school c on c.district_id = l.district_id and c.id = l.school_id
    join person g on g.district_id = f.district_id and g.id = f.navigator_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    left join person m on m.district_id = l.district_id and m.id = l.marked_by
    ${lineTables}
    where l.district_id = ${$.district} and l.review_id = ${$.review}
      and (${$.referral}::uuid is null or l.referral_id = ${$.referral})
    order by l.position`,
)

/** The list of a review, in its order. */
export const linesOf = (tx: Transaction, review: string, now: Date): Promise<SeenLine[]> =>
  tx.all(lines, { district: tx.scope.districtId, review, now, referral: null })

/** One line of a review, or undefined. */
export const findLine = (
  tx: Transaction,
  { review, referral, now }: { review: string; referral: string; now: Date },
): Promise<SeenLine | undefined> => tx.maybe(lines, { district: tx.scope.districtId, review, referral, now })

const unmarked = statement(
  ($: { district: string; review: string; but: string }) => sql<{ referralId: string }>`
    select l.referral_id as "referralId" from weekly_review_line l
    join referral f on f.district_id = l.district_id and f.id = l.referral_id
    where l.district_id = ${$.district} and l.review_id = ${$.review} and l.outcome is null and l.referral_id <> ${$.but}
    order by l.position limit 1`,
)

/** The referral the meeting comes to next, or undefined. @param but the one it is at */
export const nextUnmarked = async (tx: Transaction, review: string, but: string) =>
  (await tx.maybe(unmarked, { district: tx.scope.districtId, review, but }))?.referralId

type Marked = { outcome: Outcome } & Pick<
  ReviewLine,
  'decision' | 'deferredBecause' | 'visitSaid' | 'barriersSaid' | 'measuresSaid' | 'words'
>
const mark = statement(
  ($: { district: string; id: string; by: string; now: Date } & Marked) => sql`
    update weekly_review_line set outcome = ${$.outcome}, decision = ${$.decision}, deferred_because = ${$.deferredBecause},
      visit_said = ${$.visitSaid}, barriers_said = ${$.barriersSaid}, measures_said = ${$.measuresSaid},
      words = ${$.words}, marked_by = ${$.by}, marked_at = ${$.now}
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes down what was said of a line; what was said before is replaced while the review goes on. */
export function saveMarked(
  { tx, districtId, actor, now }: Unit,
  { id, studentId }: Pick<ReviewLine, 'id' | 'studentId'>,
  marked: Marked,
): void {
  const sealed = tx.sealed('weekly_review_line', { row: id, of: studentId }, marked)
  tx.write(mark, { district: districtId, id, by: actor.personId as string, now, ...sealed })
}
