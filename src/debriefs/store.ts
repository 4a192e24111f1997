import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { IncidentReview, Marks } from './review.ts'

/** A review with the names it is read by. */
export type SeenReview = IncidentReview & {
  readonly ownerName: string
  readonly ledByName: string
  readonly writtenByName: string | null
  readonly schoolName: string
}

const seen = sql`
  select t.id, t.incident_id as "incidentId", t.student_id as "studentId", t.school_id as "schoolId", t.led_by as "ledBy",
    t.by_another as "byAnother", t.owner_id as "ownerId", t.opened_at as "openedAt", t.due_at as "dueAt",
    t.late_told_at as "lateToldAt", t.marks, ${opened('incident_review.outcome', 't')} as outcome,
    ${opened('incident_review.learned', 't')} as learned, t.nothing_to_improve as "nothingToImprove",
    t.written_by as "writtenBy", t.written_at as "writtenAt", t.version, o.name as "ownerName", l.name as "ledByName",
    w.name as "writtenByName", k.name as "schoolName"
  from incident_review t
  join person o on o.district_id = t.district_id and o.id = t.owner_id
  join person l on l.district_id = t.district_id and l.id = t.led_by
  join school k on k.district_id = t.district_id and k.id = t.school_id
  left join person w on w.district_id = t.district_id and w.id = t.written_by`

type One = { district: string; incident: string; schools: readonly string[] | null }
const ofIncident = ($: One) => sql<SeenReview>`${seen}
  where t.district_id = ${$.district} and t.incident_id = ${$.incident} and ${withinReach($.schools, 't.school_id')}`
const one = statement(ofIncident)
const held = statement(($: One) => sql<SeenReview>`${ofIncident($)} for no key update of t`)
const reachOf = (actor: Actor, incident: string): One => ({
  district: actor.districtId,
  incident,
  schools: schoolsInReach(actor),
})

/** The review of an incident at a school within reach; undefined while the incident runs. */
export const findReview = (
  tx: Transaction,
  actor: Actor,
  incidentId: string,
): Promise<SeenReview | undefined> => tx.maybe(one, reachOf(actor, incidentId))

/** Takes the row for the rest of the act. */
export const holdReview = ({ tx, actor }: Unit, incidentId: string): Promise<SeenReview | undefined> =>
  tx.maybe(held, reachOf(actor, incidentId))

const all = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<SeenReview>`${seen}
    where t.district_id = ${$.district} and ${withinReach($.schools, 't.school_id')}
      and (t.written_at is null or t.written_at > ${$.since})
    order by t.written_at is not null, case when t.written_at is null then t.due_at end, t.written_at desc, t.id limit 200`,
)

/** Reviews of one's schools: what is owed, the oldest first, then what was written since, latest first. */
export const listReviews = (tx: Transaction, actor: Actor, since: Date): Promise<SeenReview[]> =>
  tx.all(all, { district: actor.districtId, schools: schoolsInReach(actor), since })

type New = Pick<
  IncidentReview,
  'incidentId' | 'studentId' | 'schoolId' | 'ledBy' | 'byAnother' | 'ownerId' | 'dueAt'
>
const insert = statement(
  ($: New & { district: string; id: string; now: Date }) => sql`
    insert into incident_review (district_id, id, incident_id, student_id, school_id, led_by, by_another, owner_id, opened_at,
      due_at)
    values (${$.district}, ${$.id}, ${$.incidentId}, ${$.studentId}, ${$.schoolId}, ${$.ledBy}, ${$.byAnother}, ${$.ownerId},
      ${$.now}, ${$.dueAt})`,
)

/** Opens the review of an incident. */
export const insertReview = (unit: Unit, review: New): void =>
  unit.tx.write(insert, { ...review, district: unit.districtId, id: unit.id(), now: unit.now })

type Saved = Record<'district' | 'id' | 'marks' | 'outcome' | 'learned' | 'by', string> & {
  nothing: boolean
  now: Date
  version: number
}
const write = statement(
  ($: Saved) => sql`
    update incident_review set marks = ${$.marks}::jsonb, outcome = ${$.outcome}, learned = ${$.learned},
      nothing_to_improve = ${$.nothing}, written_by = ${$.by}, written_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes a held review: from here on it stays as it is. */
export function saveWritten(
  { tx, districtId, actor, now }: Unit,
  { id, studentId, version }: IncidentReview,
  { marks, nothing, ...words }: { marks: Marks; outcome: string; learned: string; nothing: boolean },
): void {
  const sealed = tx.sealed('incident_review', { row: id, of: studentId }, words)
  tx.write(write, {
    ...sealed,
    district: districtId,
    id,
    marks: JSON.stringify(marks),
    nothing,
    by: actor.personId as string,
    now,
    version,
  })
}

const tell = statement(
  ($: { district: string; id: string; now: Date; version: number }) => sql`
    update incident_review set late_told_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Keeps that it was told that a held review is late. */
export const saveLateTold = ({ tx, districtId, now }: Unit, { id, version }: IncidentReview): void =>
  tx.write(tell, { district: districtId, id, now, version })
