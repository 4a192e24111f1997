import { sql } from 'kysely'
import type { sealedTables } from '#database/sealed.ts'
import { openedStudents, schoolsInReach } from '#access/actor.ts'
import type { Viewing } from '#access/look.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Concern } from './concern.ts'
import { decidersAt } from './deciders.ts'
import { heldQueue, type Moment } from './held-queue-store.ts'
import { concernLifecycle } from './lifecycle.ts'
import { newsOfArrival, newsOfLateness, settleNotices } from './notice-store.ts'

type Words = keyof (typeof sealedTables)['concern']['columns']
const words = (column: Words) => opened(`concern.${column}`, 'c')
const columns = (
  moment: Moment,
) => sql`c.id, c.school_id as "schoolId", c.student_id as "studentId", c.source, c.reporter_id as "reporterId",
  ${words('asked_by')} as "askedBy", ${words('asked_by_contact')} as "askedByContact",
  ${words('about_name')} as "aboutName", ${words('about_grade')} as "aboutGrade", ${words('observed')} as observed,
  c.observed_on as "observedOn", ${words('setting')} as setting, ${words('schoolwork')} as schoolwork,
  ${words('health')} as health, c.urgency,
  c.state, c.received_at as "receivedAt", c.due_at as "dueAt", c.due_standard as "dueStandard",
  c.acknowledged_by as "acknowledgedBy", c.acknowledged_at as "acknowledgedAt", c.ended_at as "endedAt",
  ${words('closed_reason')} as "closedReason", c.closed_by as "closedBy", ${heldQueue(moment)} as "queueRole", c.asked_in as "askedIn",
  c.retriage_of as "retriageOf", c.version`

type Reach = Moment & {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
}
const within = ($: Reach) => sql`
  select ${columns($)} from concern c where c.district_id = ${$.district} and c.id = ${$.id}
    and ${withinReach($.schools, 'c.school_id', { students: $.opened, column: 'c.student_id' })}`
const one = statement(($: Reach) => sql<Concern>`${within($)}`)
const oneHeld = statement(($: Reach) => sql<Concern>`${within($)} for no key update of c`)

const reachOf = async (at: Viewing | Unit, id: string): Promise<Reach> => ({
  district: at.districtId,
  id,
  now: at.now,
  deciders: await decidersAt(at),
  schools: schoolsInReach(at.actor),
  opened: openedStudents(at.actor),
})

/** One concern at a school within the actor's reach, or undefined. Who may read it is policy's to say. */
export const findConcern = async (view: Viewing, id: string): Promise<Concern | undefined> =>
  view.tx.maybe(one, await reachOf(view, id))

/** Takes the row for the rest of the act. */
export const holdConcern = async (unit: Unit, id: string): Promise<Concern | undefined> =>
  unit.tx.maybe(oneHeld, await reachOf(unit, id))

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into concern (district_id, id, school_id, student_id, source, reporter_id, asked_by, asked_by_contact, about_name,
      about_grade, observed, observed_on, setting, schoolwork, health, urgency, state, received_at, due_at, due_standard,
      acknowledged_by, acknowledged_at, queue_role, asked_in, retriage_of)
    select ${$.district}::uuid, r."id", r."schoolId", r."studentId", r."source", r."reporterId", r."askedBy",
      r."askedByContact", r."aboutName", r."aboutGrade", r."observed", r."observedOn", r."setting", r."schoolwork",
      r."health", r."urgency", r."state", r."receivedAt", r."dueAt", r."dueStandard", r."acknowledgedBy",
      r."acknowledgedAt", r."queueRole", r."askedIn", r."retriageOf"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "schoolId" uuid, "studentId" uuid, "source" text,
      "reporterId" uuid, "askedBy" text, "askedByContact" text, "aboutName" text, "aboutGrade" text, "observed" text,
      "observedOn" date, "setting" text, "schoolwork" text, "health" text, "urgency" text, "state" text,
      "receivedAt" timestamptz, "dueAt" timestamptz, "dueStandard" jsonb, "acknowledgedBy" uuid,
      "acknowledgedAt" timestamptz, "queueRole" text, "askedIn" text, "retriageOf" uuid)`,
)

const sealedConcern = (tx: Transaction, concern: Concern) =>
  tx.sealed('concern', { row: concern.id, of: concern.studentId }, concern)

/** Writes a new concern. */
export const insertConcern = ({ tx, districtId }: Unit, concern: Concern) =>
  tx.write(insert, { district: districtId, row: JSON.stringify(sealedConcern(tx, concern)) })

const reseal = statement(
  ($: { district: string; row: string }) => sql`
    update concern c set asked_by = r."askedBy", asked_by_contact = r."askedByContact", about_name = r."aboutName",
      about_grade = r."aboutGrade", observed = r."observed", setting = r."setting", schoolwork = r."schoolwork", health = r."health"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "askedBy" text, "askedByContact" text, "aboutName" text,
      "aboutGrade" text, "observed" text, "setting" text, "schoolwork" text, "health" text)
    where c.district_id = ${$.district} and c.id = r."id"`,
)
/** Until it is known whom a concern is about, its words lie under the district's key; now under theirs. */
export const sealForStudent = ({ tx, districtId }: Unit, concern: Concern) =>
  tx.write(reseal, { district: districtId, row: JSON.stringify(sealedConcern(tx, concern)) })

type Saved = Record<'district' | 'id' | 'state', string> & { version: number } & Record<
    'student' | 'taker' | 'closedReason' | 'closer',
    string | null
  > &
  Record<'taken' | 'ended', Date | null>
const save = statement(
  ($: Saved) => sql`
    update concern set state = ${$.state}, student_id = ${$.student}, acknowledged_by = ${$.taker},
      acknowledged_at = ${$.taken}, ended_at = ${$.ended}, closed_reason = ${$.closedReason}, closed_by = ${$.closer},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes a held concern. The commit fails with changed_meanwhile when somebody was faster. */
export function saveConcern(unit: Unit, concern: Concern): Concern {
  const { tx, districtId } = unit
  if (concern.state !== 'submitted') settleNotices(unit, concern.id, newsOfArrival)
  if (concernLifecycle.ends(concern.state)) settleNotices(unit, concern.id, newsOfLateness)
  tx.write(save, {
    district: districtId,
    id: concern.id,
    version: concern.version,
    state: concern.state,
    student: concern.studentId,
    taker: concern.acknowledgedBy,
    taken: concern.acknowledgedAt,
    ended: concern.endedAt,
    ...tx.sealed(
      'concern',
      { row: concern.id, of: concern.studentId },
      { closedReason: concern.closedReason },
    ),
    closer: concern.closedBy,
  })
  return { ...concern, version: concern.version + 1 }
}
