import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

/** Kinds of news this part of the house tells people; the words stand in a catalog. */
export type NoticeKind =
  | 'concern.given'
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
  | 'drill.finding_given'
  | 'care_notice.told'
  | 'care_notice.signal'
  | 'care_notice.nobody'

export type Notice = { personId: string; kind: NoticeKind; subject: { type: string; id: string } }

const insert = statement(
  ($: Record<'district' | 'id' | 'person' | 'kind' | 'type' | 'subject', string> & { at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.kind}, ${$.type}, ${$.subject}, ${$.at})`,
)

/** Tells somebody something in the app: a kind and an id. The act leaves a trace about the same subject. */
export const insertNotice = (unit: Unit, { personId, kind, subject }: Notice): void =>
  unit.tx.write(insert, {
    district: unit.districtId,
    id: unit.id(),
    person: personId,
    kind,
    type: subject.type,
    subject: subject.id,
    at: unit.now,
  })
