import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { ContactOutcome, FollowUp } from './plan.ts'

/** A contact after a crisis with the names it is read by. */
export type SeenFollowUp = FollowUp & {
  readonly studentName: string
  readonly schoolName: string
  readonly ownerName: string
  readonly endedByName: string | null
}

const seen = sql`
  select t.id, t.incident_id as "incidentId", t.student_id as "studentId", t.school_id as "schoolId", t.whom,
    t.owner_id as "ownerId", t.due_at as "dueAt", t.outcome, ${opened('follow_up.words', 't')} as words, t.ended_at as "endedAt",
    t.version, o.name as "ownerName", e.name as "endedByName", k.name as "schoolName",
    coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName"
  from follow_up t
  join student s on s.district_id = t.district_id and s.id = t.student_id
  join school k on k.district_id = t.district_id and k.id = t.school_id
  join person o on o.district_id = t.district_id and o.id = t.owner_id
  left join person e on e.district_id = t.district_id and e.id = t.ended_by`
const ofIncident = statement(
  ($: { district: string; incident: string }) => sql<SeenFollowUp>`${seen}
    where t.district_id = ${$.district} and t.incident_id = ${$.incident}
    order by t.ended_at is not null, case when t.ended_at is null then t.due_at end, t.ended_at desc, t.id`,
)

/** Whom somebody contacts after an incident: what is owed first. Reach is judged by the incident. */
export const followUpsOf = (tx: Transaction, incident: string): Promise<SeenFollowUp[]> =>
  tx.all(ofIncident, { district: tx.scope.districtId, incident })

type One = { district: string; id: string; schools: readonly string[] | null }
const byId = ($: One) => sql<SeenFollowUp>`${seen}
  where t.district_id = ${$.district} and t.id = ${$.id} and ${withinReach($.schools, 't.school_id')}`
const found = statement(byId)
const held = statement(($: One) => sql<SeenFollowUp>`${byId($)} for no key update of t`)
const reachOf = (actor: Actor, id: string): One => ({
  district: actor.districtId,
  id,
  schools: schoolsInReach(actor),
})

/** One of them at a school within reach, or undefined. */
export const findFollowUp = (tx: Transaction, actor: Actor, id: string): Promise<SeenFollowUp | undefined> =>
  tx.maybe(found, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdFollowUp = ({ tx, actor }: Unit, id: string): Promise<SeenFollowUp | undefined> =>
  tx.maybe(held, reachOf(actor, id))

const open = statement(
  ($: Omit<One, 'id'>) => sql<SeenFollowUp>`${seen}
    where t.district_id = ${$.district} and t.ended_at is null and ${withinReach($.schools, 't.school_id')}
    order by t.due_at, t.id limit 200`,
)

/** Contacts that are owed at one's schools, the soonest first. */
export const openFollowUps = (tx: Transaction, actor: Actor): Promise<SeenFollowUp[]> =>
  tx.all(open, { district: actor.districtId, schools: schoolsInReach(actor) })

type New = Pick<FollowUp, 'incidentId' | 'studentId' | 'schoolId' | 'whom' | 'ownerId' | 'dueAt'>
const insert = statement(
  ($: New & { district: string; id: string; now: Date }) => sql`
    insert into follow_up (district_id, id, incident_id, student_id, school_id, whom, owner_id, made_at, due_at)
    values (${$.district}, ${$.id}, ${$.incidentId}, ${$.studentId}, ${$.schoolId}, ${$.whom}, ${$.ownerId}, ${$.now}, ${$.dueAt})`,
)

/** Plans a contact. */
export const insertFollowUp = (unit: Unit, followUp: New): void =>
  unit.tx.write(insert, { ...followUp, district: unit.districtId, id: unit.id(), now: unit.now })

type Ended = Record<'district' | 'id' | 'by', string> & {
  outcome: ContactOutcome
  words: string | null
  now: Date
  version: number
}
const end = statement(
  ($: Ended) => sql`
    update follow_up set outcome = ${$.outcome}, words = ${$.words}, ended_by = ${$.by}, ended_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** What came of a held contact. */
export function saveContact(
  { tx, districtId, actor, now }: Unit,
  { id, studentId, version }: FollowUp,
  said: { outcome: ContactOutcome; words: string | null },
): void {
  const { words } = tx.sealed('follow_up', { row: id, of: studentId }, { words: said.words })
  const by = actor.personId as string
  tx.write(end, { outcome: said.outcome, words, district: districtId, id, by, now, version })
}
