import { sql } from 'kysely'
import { type Actor, openedStudents } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Decision } from './concern.ts'

const columns = sql`d.id, d.concern_id as "concernId", d.student_id as "studentId", d.school_id as "schoolId",
  d.screening_id as "screeningId", d.checklist_id as "checklistId", d.checklist_version as "checklistVersion", d.answers,
  d.score, d.indicated, d.chosen, d.tier, d.reason_category as "reasonCategory",
  ${opened('triage_decision.override_reason', 'd')} as "overrideReason",
  d.reviewer_id as "reviewerId", d.review_due_at as "reviewDueAt", d.review_answer as "reviewAnswer",
  ${opened('triage_decision.review_note', 'd')} as "reviewNote", d.reviewed_at as "reviewedAt", d.clinician_id as "clinicianId",
  d.navigator_id as "navigatorId", d.high_risk as "highRisk", d.replaces_id as "replacesId", d.decided_by as "decidedBy",
  d.decided_at as "decidedAt"`

type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
}
const within = ($: Reach) => sql`
  select ${columns} from triage_decision d where d.district_id = ${$.district} and d.id = ${$.id}
    and ${withinReach($.schools, 'd.school_id', { students: $.opened, column: 'd.student_id' })}`
const one = statement(($: Reach) => sql<Decision>`${within($)}`)
const oneHeld = statement(($: Reach) => sql<Decision>`${within($)} for no key update`)

const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: ['school', 'system'].includes(sideOf(actor.role)) ? actor.schoolIds : [],
  opened: openedStudents(actor),
})

/** One decision at a school within the actor's reach, or undefined. */
export const findDecision = (tx: Transaction, actor: Actor, id: string): Promise<Decision | undefined> =>
  tx.maybe(one, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdDecision = ({ tx, actor }: Unit, id: string): Promise<Decision | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id))

const ofConcern = statement(
  ($: { district: string; concern: string }) => sql<Decision>`
    select ${columns} from triage_decision d where d.district_id = ${$.district} and d.concern_id = ${$.concern}
    order by d.decided_at desc limit 1`,
)

/** The decision a concern ended in, or undefined. */
export const decisionOf = (tx: Transaction, concernId: string): Promise<Decision | undefined> =>
  tx.maybe(ofConcern, { district: tx.scope.districtId, concern: concernId })

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Decision>`
    select ${columns} from triage_decision d where d.district_id = ${$.district} and d.student_id = ${$.student}
    order by d.decided_at desc, d.id desc limit 50`,
)

/** A student's decisions, the newest first: the newest says which path is the active one. */
export const decisionsOf = (tx: Transaction, studentId: string): Promise<Decision[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into triage_decision (district_id, id, concern_id, student_id, school_id, screening_id, checklist_id,
      checklist_version, answers, score, indicated, chosen, tier, reason_category, override_reason, reviewer_id,
      review_due_at, clinician_id, navigator_id, high_risk, replaces_id, decided_by, decided_at)
    select ${$.district}::uuid, r."id", r."concernId", r."studentId", r."schoolId", r."screeningId", r."checklistId",
      r."checklistVersion", r."answers", r."score", r."indicated", r."chosen", r."tier", r."reasonCategory",
      r."overrideReason", r."reviewerId", r."reviewDueAt", r."clinicianId", r."navigatorId", r."highRisk",
      r."replacesId", r."decidedBy", r."decidedAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "concernId" uuid, "studentId" uuid, "schoolId" uuid,
      "screeningId" uuid, "checklistId" uuid, "checklistVersion" int, "answers" jsonb, "score" int, "indicated" text,
      "chosen" text, "tier" int, "reasonCategory" text, "overrideReason" text, "reviewerId" uuid,
      "reviewDueAt" timestamptz, "clinicianId" uuid, "navigatorId" uuid, "highRisk" boolean, "replacesId" uuid,
      "decidedBy" uuid, "decidedAt" timestamptz)`,
)

/** Writes a new decision. It is never changed, except for the second person's answer. */
export const insertDecision = ({ tx, districtId }: Unit, decision: Decision) =>
  tx.write(insert, {
    district: districtId,
    row: JSON.stringify(tx.sealed('triage_decision', { row: decision.id, of: decision.studentId }, decision)),
  })

const answer = statement(
  ($: { district: string; id: string; answer: string; reviewNote: string | null; at: Date }) => sql`
    update triage_decision set review_answer = ${$.answer}, review_note = ${$.reviewNote}, reviewed_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and reviewed_at is null`,
)

/** Writes the second person's answer to a held decision. */
export const saveReview = (
  { tx, districtId: district, now: at }: Unit,
  { id, studentId: of }: Pick<Decision, 'id' | 'studentId'>,
  review: { answer: 'agree' | 'disagree'; note: string | null },
) => {
  const said = tx.sealed('triage_decision', { row: id, of }, { reviewNote: review.note })
  return tx.run(answer, { district, id, answer: review.answer, ...said, at })
}
