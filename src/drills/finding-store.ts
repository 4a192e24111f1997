import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Finding, FindingOutcome } from './drill.ts'

const columns = sql`
  f.id, f.drill_id as "drillId", r.school_id as "schoolId", f.words, f.leads_to as "leadsTo", f.owner_id as "ownerId",
  p.name as "ownerName", f.due_on as "dueOn", f.change_request_id as "changeRequestId", f.outcome, f.version`
const from = sql`crisis_drill_finding f
  join crisis_drill r on r.district_id = f.district_id and r.id = f.drill_id
  join person p on p.district_id = f.district_id and p.id = f.owner_id`
type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

const ofDrill = statement(
  ($: { district: string; drill: string }) => sql<Finding>`
    select ${columns} from ${from} where f.district_id = ${$.district} and f.drill_id = ${$.drill} order by f.due_on, f.id`,
)
/** What a drill showed, what is due first first. */
export const findingsOfDrill = (tx: Transaction, drill: string): Promise<Finding[]> =>
  tx.all(ofDrill, { district: tx.scope.districtId, drill })

const open = statement(
  ($: Reach & { limit: number }) => sql<Finding & { schoolName: string }>`
    select ${columns}, c.name as "schoolName" from ${from}
    join school c on c.district_id = r.district_id and c.id = r.school_id
    where f.district_id = ${$.district} and f.finished_at is null and ${withinReach($.schools, 'r.school_id')}
    order by f.due_on, f.id limit ${$.limit}`,
)
/** What drills of schools within reach showed and nobody has seen to yet. */
export const openFindings = (tx: Transaction, actor: Actor, limit: number) =>
  tx.all(open, { ...reachOf(actor), limit })

const held = statement(
  ($: Reach & { id: string }) => sql<Finding>`
    select ${columns} from ${from} where f.district_id = ${$.district} and f.id = ${$.id} and ${withinReach($.schools, 'r.school_id')}
    for no key update of f`,
)
/** Takes the row for the rest of the act. */
export const holdFinding = ({ tx, actor }: Unit, id: string): Promise<Finding | undefined> =>
  tx.maybe(held, { ...reachOf(actor), id })

type New = Pick<Finding, 'drillId' | 'words' | 'leadsTo' | 'ownerId' | 'dueOn' | 'changeRequestId'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into crisis_drill_finding (district_id, id, drill_id, words, leads_to, owner_id, due_on, change_request_id,
      written_by, written_at)
    values (${$.district}, ${$.id}, ${$.drillId}, ${$.words}, ${$.leadsTo}, ${$.ownerId}, ${$.dueOn}, ${$.changeRequestId},
      ${$.by}, ${$.now})`,
)
/** Writes down what a drill showed. @returns its id */
export function insertFinding(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { district, id, ...given, by: actor.personId as string, now })
  return id
}

const finish = statement(
  ($: {
    district: string
    id: string
    outcome: FindingOutcome
    by: string
    now: Date
    version: number
  }) => sql`
    update crisis_drill_finding set outcome = ${$.outcome}, finished_by = ${$.by}, finished_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
export const saveFinished = (unit: Unit, { id, version }: Finding, outcome: FindingOutcome): void =>
  unit.tx.write(finish, {
    district: unit.districtId,
    id,
    outcome,
    by: unit.actor.personId as string,
    now: unit.now,
    version,
  })
