import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { threatOfTold } from '#consent/contract.ts'
import type { Exception, Finding, SeenException } from './exception.ts'
import { readsOf } from './policy.ts'

const columns = sql`
  e.id, e.student_id as "studentId", e.school_id as "schoolId", e.basis, e.items,
  ${threatOfTold} as threat, e.incident_id as "incidentId", e.entry_id as "entryId",
  e.reported_in_id as "reportedInId", e.recipient_kind as "recipientKind",
  ${opened('consent_exception.recipient_name', 'e')} as "recipientName",
  ${opened('consent_exception.recipient_office', 'e')} as "recipientOffice", e.channel,
  ${opened('consent_exception.report_reference', 'e')} as "reportReference", e.family_sees as "familySees", e.disclosed_at as "disclosedAt",
  e.disclosed_by as "disclosedBy", e.recorded_at as "recordedAt", e.review_due_at as "reviewDueAt",
  coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", c.name as "schoolName",
  p.name as "disclosedByName", v.finding,
  ${opened('consent_exception_review.note', 'v')} as note, v.reviewed_at as "reviewedAt", w.name as "reviewedByName"`
const tables = sql`
  consent_exception e
  join student s on s.district_id = e.district_id and s.id = e.student_id
  left join school c on c.district_id = e.district_id and c.id = e.school_id
  join person p on p.district_id = e.district_id and p.id = e.disclosed_by
  left join consent_exception_review v on v.district_id = e.district_id and v.exception_id = e.id
  left join person w on w.district_id = v.district_id and w.id = v.reviewed_by`

type Reading = {
  district: string
  schools: readonly string[] | null
  self: string | null
  bases: readonly string[]
}
const readingOf = (actor: Actor): Reading => ({
  district: actor.districtId,
  schools: schoolsInReach(actor),
  self: actor.personId,
  bases: readsOf(actor),
})
/** One's own, and those of the bases one reads, at schools within reach. */
const within = ($: Reading) => sql`
  e.district_id = ${$.district} and ${withinReach($.schools, 'e.school_id')}
  and (e.disclosed_by = ${$.self} or e.basis = any(${$.bases}::text[]))`

const ofStudent = statement(
  ($: Reading & { student: string }) => sql<SeenException>`
    select ${columns} from ${tables} where ${within($)} and e.student_id = ${$.student}
    order by e.disclosed_at desc, e.id desc`,
)
const one = statement(
  ($: Reading & { id: string }) => sql<SeenException>`
    select ${columns} from ${tables} where ${within($)} and e.id = ${$.id}`,
)
const inIncident = statement(
  ($: Reading & { incident: string }) => sql<SeenException>`
    select ${columns} from ${tables} where ${within($)} and e.reported_in_id = ${$.incident}
    order by e.disclosed_at, e.id`,
)
const listed = statement(
  ($: Reading & { reviewed: boolean; from: number; limit: number }) => sql<SeenException>`
    select ${columns} from ${tables} where ${within($)} and (v.exception_id is not null) = ${$.reviewed}
    order by case when ${$.reviewed} then null else e.review_due_at end, v.reviewed_at desc, e.id
    offset ${$.from} limit ${$.limit}`,
)
const counted = statement(
  ($: Reading & { now: Date }) => sql<{ waiting: number; overdue: number }>`
    select count(*)::int as waiting, count(*) filter (where e.review_due_at < ${$.now})::int as overdue
    from consent_exception e where ${within($)} and not exists (select from consent_exception_review v
      where v.district_id = e.district_id and v.exception_id = e.id)`,
)

/** What somebody may read of a student's exceptions, the latest first. */
export const exceptionsOf = (tx: Transaction, actor: Actor, studentId: string): Promise<SeenException[]> =>
  tx.all(ofStudent, { ...readingOf(actor), student: studentId })

/** Reports made during an incident, as far as somebody may read them: else it looks as if there were none. */
export const reportsIn = (tx: Transaction, actor: Actor, incidentId: string): Promise<SeenException[]> =>
  tx.all(inIncident, { ...readingOf(actor), incident: incidentId })

/** One of them, or undefined: one that is not theirs to read and one that is not there look alike. */
export const findException = (
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<SeenException | undefined> => tx.maybe(one, { ...readingOf(actor), id })

/** Those that wait for a review, the longest owed first; or those reviewed, the latest first. */
export const listExceptions = (
  tx: Transaction,
  actor: Actor,
  page: { reviewed: boolean; from: number; limit: number },
): Promise<SeenException[]> => tx.all(listed, { ...readingOf(actor), ...page })

/** How many wait for a review, and how many of them for too long. */
export const countExceptions = async (tx: Transaction, actor: Actor, now: Date) =>
  (await tx.maybe(counted, { ...readingOf(actor), now })) ?? { waiting: 0, overdue: 0 }

const add = statement(
  ($: { district: string; row: string }) => sql`
    insert into consent_exception (district_id, id, student_id, school_id, basis, threat, items, recipient_kind,
      recipient_name, recipient_office, channel, report_reference, family_sees, disclosed_at, disclosed_by, recorded_at,
      review_due_at, incident_id, entry_id, reported_in_id)
    select ${$.district}::uuid, r."id", r."studentId", r."schoolId", r."basis", r."threat", r."items", r."recipientKind",
      r."recipientName", r."recipientOffice", r."channel", r."reportReference", r."familySees", r."disclosedAt",
      r."disclosedBy", r."recordedAt", r."reviewDueAt", r."incidentId", r."entryId", r."reportedInId"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "studentId" uuid, "schoolId" uuid, "basis" text,
      "threat" text, "items" text[], "recipientKind" text, "recipientName" text, "recipientOffice" text, "channel" text,
      "reportReference" text, "familySees" text, "disclosedAt" timestamptz, "disclosedBy" uuid, "recordedAt" timestamptz,
      "reviewDueAt" timestamptz, "incidentId" uuid, "entryId" uuid, "reportedInId" uuid)`,
)
/** Keeps what was told. The act records a trace whose subject it is. */
export const addException = ({ tx, districtId }: Unit, exception: Exception): void =>
  tx.write(add, {
    district: districtId,
    row: JSON.stringify(
      tx.sealed('consent_exception', { row: exception.id, of: exception.studentId }, exception),
    ),
  })

const ofIncident = statement(
  ($: { district: string; incident: string; student: string }) => sql<{ entryId: string }>`
    select e.entry_id as "entryId" from consent_exception e
    where e.district_id = ${$.district} and e.incident_id = ${$.incident} and e.student_id = ${$.student}`,
)
/** The entries of an incident whose telling stands in the ledger of a student already. */
export const entriesTold = async (
  tx: Transaction,
  { incidentId, studentId }: { incidentId: string; studentId: string },
): Promise<ReadonlySet<string>> => {
  const of = { district: tx.scope.districtId, incident: incidentId, student: studentId }
  return new Set((await tx.all(ofIncident, of)).map(({ entryId }) => entryId))
}

const review = statement(
  ($: {
    district: string
    id: string
    student: string
    finding: Finding
    note: string | null
    by: string
    at: Date
  }) => sql`
    insert into consent_exception_review (district_id, exception_id, student_id, finding, note, reviewed_by, reviewed_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.finding}, ${$.note}, ${$.by}, ${$.at})
    on conflict (district_id, exception_id) do nothing`,
)
/** Keeps what somebody else found. @returns false where somebody was faster */
export const addReview = async (
  unit: Unit,
  { id, studentId }: Pick<Exception, 'id' | 'studentId'>,
  found: { finding: Finding; note: string | null },
): Promise<boolean> =>
  1 ===
  (await unit.tx.run(review, {
    district: unit.districtId,
    id,
    student: studentId,
    ...unit.tx.sealed('consent_exception_review', { row: id, of: studentId }, found),
    by: unit.actor.personId as string,
    at: unit.now,
  }))
