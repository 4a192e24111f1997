import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Ending, Improvement } from './review.ts'

/** An improvement with the names it is read by. */
export type SeenImprovement = Improvement & {
  readonly ownerName: string
  readonly schoolName: string
  readonly endedByName: string | null
}

const seen = sql`
  select t.id, t.incident_id as "incidentId", t.student_id as "studentId", t.school_id as "schoolId",
    ${opened('improvement.words', 't')} as words, t.owner_id as "ownerId", t.due_on as "dueOn", t.made_at as "madeAt", t.outcome,
    t.ended_at as "endedAt", t.version, o.name as "ownerName", k.name as "schoolName", e.name as "endedByName"
  from improvement t
  join person o on o.district_id = t.district_id and o.id = t.owner_id
  join school k on k.district_id = t.district_id and k.id = t.school_id
  left join person e on e.district_id = t.district_id and e.id = t.ended_by`
const ofIncident = statement(
  ($: { district: string; incident: string }) => sql<SeenImprovement>`${seen}
    where t.district_id = ${$.district} and t.incident_id = ${$.incident} order by t.due_on, t.id`,
)

/** What was found to improve after an incident, the soonest first. Reach is judged by the incident. */
export const improvementsOf = (tx: Transaction, incident: string): Promise<SeenImprovement[]> =>
  tx.all(ofIncident, { district: tx.scope.districtId, incident })

type One = { district: string; id: string; schools: readonly string[] | null }
const byId = ($: One) => sql<SeenImprovement>`${seen}
  where t.district_id = ${$.district} and t.id = ${$.id} and ${withinReach($.schools, 't.school_id')}`
const found = statement(byId)
const held = statement(($: One) => sql<SeenImprovement>`${byId($)} for no key update of t`)
const reachOf = (actor: Actor, id: string): One => ({
  district: actor.districtId,
  id,
  schools: schoolsInReach(actor),
})

/** One improvement at a school within reach, or undefined. */
export const findImprovement = (
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<SeenImprovement | undefined> => tx.maybe(found, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdImprovement = ({ tx, actor }: Unit, id: string): Promise<SeenImprovement | undefined> =>
  tx.maybe(held, reachOf(actor, id))

const owed = statement(
  ($: Omit<One, 'id'>) => sql<SeenImprovement>`${seen}
    where t.district_id = ${$.district} and t.ended_at is null and ${withinReach($.schools, 't.school_id')}
    order by t.due_on, t.id limit 200`,
)

/** What is still to be improved at one's schools, the soonest first. */
export const owedImprovements = (tx: Transaction, actor: Actor): Promise<SeenImprovement[]> =>
  tx.all(owed, { district: actor.districtId, schools: schoolsInReach(actor) })

type New = Pick<Improvement, 'incidentId' | 'studentId' | 'schoolId' | 'words' | 'ownerId' | 'dueOn'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into improvement (district_id, id, incident_id, student_id, school_id, words, owner_id, due_on, made_by, made_at)
    values (${$.district}, ${$.id}, ${$.incidentId}, ${$.studentId}, ${$.schoolId}, ${$.words}, ${$.ownerId}, ${$.dueOn}::date,
      ${$.by}, ${$.now})`,
)

/** Gives somebody something to improve. @returns its id */
export function insertImprovement(unit: Unit, improvement: New): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  const sealed = tx.sealed('improvement', { row: id, of: improvement.studentId }, improvement)
  tx.write(insert, { ...sealed, district: districtId, id, by: actor.personId as string, now })
  return id
}

const end = statement(
  ($: { district: string; id: string; outcome: Ending; by: string; now: Date; version: number }) => sql`
    update improvement set outcome = ${$.outcome}, ended_by = ${$.by}, ended_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** How a held improvement ended. */
export const saveEnded = ({ tx, districtId, actor, now }: Unit, held: Improvement, outcome: Ending): void =>
  tx.write(end, {
    district: districtId,
    id: held.id,
    outcome,
    by: actor.personId as string,
    now,
    version: held.version,
  })

type OfOwner = { district: string; owner: string; school: string; students: readonly string[] | null }
const heldOfOwner = statement(
  ($: OfOwner) => sql<{ id: string; studentId: string }>`
    select t.id, t.student_id as "studentId" from improvement t
    where t.district_id = ${$.district} and t.owner_id = ${$.owner} and t.school_id = ${$.school} and t.ended_at is null
      and (${$.students}::uuid[] is null or t.student_id = any(${$.students}::uuid[]))
    order by t.id for no key update of t`,
)
const give = statement(
  ($: { district: string; id: string; to: string }) => sql`
    update improvement set owner_id = ${$.to}, version = version + 1 where district_id = ${$.district} and id = ${$.id}`,
)

/** What somebody is to improve at a school, after incidents of any student or of some, taken for the act. */
export const holdImprovementsOwnedBy = (
  { tx, districtId }: Unit,
  of: Omit<OfOwner, 'district'>,
): Promise<{ id: string; studentId: string }[]> => tx.all(heldOfOwner, { district: districtId, ...of })

/** A held improvement has another owner. */
export const saveOwner = ({ tx, districtId }: Unit, id: string, to: string): void =>
  tx.write(give, { district: districtId, id, to })
