import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Drill, DrillKind } from './drill.ts'

type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

// The words of the scenario are those of the version it was taken from, whatever is in force by now.
const columns = sql`
  r.id, r.school_id as "schoolId", c.name as "schoolName", r.kind, r.scenario, r.planned_on as "plannedOn", r.held_on as "heldOn",
  p.name as "plannedByName", r.begun_at as "begunAt", r.completed_at as "completedAt", r.called_off_at as "calledOffAt", r.version,
  s.version as "standardVersion", s.sample, coalesce(w.said ->> 'title', r.scenario) as title, coalesce(w.said ->> 'says', '') as says,
  coalesce(w.said ->> 'asks', '') as asks`
const from = sql`crisis_drill r
  join school c on c.district_id = r.district_id and c.id = r.school_id
  join person p on p.district_id = r.district_id and p.id = r.planned_by
  join standard s on s.district_id = r.district_id and s.id = r.standard_id
  left join lateral (select e as said from jsonb_array_elements(s.body -> 'scenarios') e where e ->> 'code' = r.scenario limit 1) w on true`

const byId = ($: Reach & { id: string }) => sql<Drill>`
  select ${columns} from ${from} where r.district_id = ${$.district} and r.id = ${$.id} and ${withinReach($.schools, 'r.school_id')}`
const one = statement(byId)
const oneHeld = statement(($: Reach & { id: string }) => sql<Drill>`${byId($)} for no key update of r`)

/** One drill of a school within reach, or undefined. */
export const findDrill = (tx: Transaction, actor: Actor, id: string): Promise<Drill | undefined> =>
  tx.maybe(one, { ...reachOf(actor), id })
/** Takes the row for the rest of the act. */
export const holdDrill = ({ tx, actor }: Unit, id: string): Promise<Drill | undefined> =>
  tx.maybe(oneHeld, { ...reachOf(actor), id })

const all = statement(
  ($: Reach & { limit: number }) => sql<Drill>`
    select ${columns} from ${from} where r.district_id = ${$.district} and ${withinReach($.schools, 'r.school_id')}
    order by r.completed_at is not null or r.called_off_at is not null, coalesce(r.held_on, r.planned_on) desc, r.id
    limit ${$.limit}`,
)
/** The drills of schools within reach: what is ahead first, then the latest. */
export const listDrills = (tx: Transaction, actor: Actor, limit: number): Promise<Drill[]> =>
  tx.all(all, { ...reachOf(actor), limit })

/** Where each school stands: when it last completed a drill. */
export type HeldAt = { id: string; name: string; liveOn: string | null; lastHeldOn: string | null }
const held = statement(
  ($: Reach) => sql<HeldAt>`
    select c.id, c.name, c.live_on as "liveOn",
      (select max(r.held_on) from crisis_drill r where r.district_id = c.district_id and r.school_id = c.id) as "lastHeldOn"
    from school c where c.district_id = ${$.district} and c.closed_on is null and ${withinReach($.schools, 'c.id')}
    order by c.name, c.id`,
)
/** When each school within reach last held a drill; a drill that was called off counts for nothing. */
export const drillsHeldAt = (tx: Transaction, actor: Actor): Promise<HeldAt[]> => tx.all(held, reachOf(actor))

type New = { schoolId: string; kind: DrillKind; scenario: string; standardId: string; plannedOn: string }
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into crisis_drill (district_id, id, school_id, kind, scenario, standard_id, planned_on, planned_by, planned_at)
    values (${$.district}, ${$.id}, ${$.schoolId}, ${$.kind}, ${$.scenario}, ${$.standardId}, ${$.plannedOn}, ${$.by}, ${$.now})`,
)
/** Plans a drill. @returns its id */
export function insertDrill(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { district, id, ...given, by: actor.personId as string, now })
  return id
}

type Change = { district: string; id: string; by: string; now: Date; version: number }
const changeOf = ({ districtId, actor, now }: Unit, { id, version }: Drill): Change => ({
  district: districtId,
  id,
  by: actor.personId as string,
  now,
  version,
})
const complete = statement(
  ($: Change & { heldOn: string }) => sql`
    update crisis_drill set held_on = ${$.heldOn}, completed_by = ${$.by}, completed_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Says that a held drill was held. */
export const saveCompleted = (unit: Unit, drill: Drill, heldOn: string): void =>
  unit.tx.write(complete, { ...changeOf(unit, drill), heldOn })

const callOff = statement(
  ($: Change) => sql`
    update crisis_drill set called_off_by = ${$.by}, called_off_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
export const saveCalledOff = (unit: Unit, drill: Drill): void => unit.tx.write(callOff, changeOf(unit, drill))

const begin = statement(
  ($: Change) => sql`
    update crisis_drill set begun_by = ${$.by}, begun_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Says that a held drill against the clock was begun. */
export const saveBegun = (unit: Unit, drill: Drill): void => unit.tx.write(begin, changeOf(unit, drill))

const library = statement(
  ($: { district: string; version: number }) => sql<{ id: string }>`
    select id from standard where district_id = ${$.district} and kind = 'drills' and version = ${$.version}`,
)
/** The row of a version of the library. @throws when there is none */
export const libraryVersion = async ({ tx, districtId }: Unit, version: number): Promise<string> =>
  (await tx.one(library, { district: districtId, version })).id
