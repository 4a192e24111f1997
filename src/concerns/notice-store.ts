import { sql } from 'kysely'
import { addNotice, type News } from '#access/notice-store.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

/** Kinds of news this part of the house tells people; the words stand in a catalog. */
export type NoticeKind =
  | 'concern.given'
  | 'concern.urgent'
  | 'concern.asked'
  | 'concern.late'
  | 'concern.undecided'
  | 'reporter.handled'
  | 'reporter.question'
  | 'reporter.closed'
  | 'decision.review_owed'
  | 'decision.reviewed'
  | 'support.given'
  | 'review_task.given'
  | 'support.review_due'
  | 'crisis.told'
  | 'crisis.owed'
  | 'crisis.review_asked'
  | 'crisis.trained_asked'
  | 'crisis.another_student'
  | 'incident_review.owed'
  | 'incident_review.late'
  | 'improvement.given'
  | 'return_plan.owed'
  | 'return_plan.late'
  | 'return_sheet.given'
  | 'escalation.told'
  | 'missed.warm_handoff'
  | 'missed.assessment'
  | 'missed.one_month'
  | 'message.undelivered'
  | 'drill.told'
  | 'drill.owed'
  | 'drill.review_asked'
  | 'drill.finding_given'
  | 'care_notice.told'
  | 'care_notice.signal'
  | 'care_notice.nobody'
  | 'care_notice.mistaken'
  | 'care_notice.signal_mistaken'

/** Tells somebody something of these kinds in the app. */
export const insertNotice = (unit: Unit, news: News<NoticeKind>): void => addNotice(unit, news)

const settle = statement(
  ($: { district: string; kinds: readonly NoticeKind[]; subject: string; at: Date }) => sql`
    update notice set read_at = ${$.at} where district_id = ${$.district} and kind = any(${$.kinds}::text[])
      and subject_id = ${$.subject} and read_at is null`,
)
/** News of a concern that is over once somebody takes it up, and once it is decided or closed. */
export const newsOfArrival = ['concern.urgent', 'concern.asked'] as const satisfies readonly NoticeKind[]
export const newsOfLateness = ['concern.late', 'concern.undecided'] as const satisfies readonly NoticeKind[]

/** What news of a record said is done: it waits for nobody any more, and no message says it. */
export const settleNotices = (
  { tx, districtId: district, now: at }: Unit,
  subject: string,
  kinds: readonly NoticeKind[],
): void => tx.write(settle, { district, kinds, subject, at })
