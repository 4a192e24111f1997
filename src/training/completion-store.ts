import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { covering } from '#access/covering-store.ts'
import type { Training } from '#access/trainings.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody completed a training. */
export type Completion = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly topic: Training
  readonly trainedOn: string
  readonly validUntil: string
  readonly recordedByName: string
  readonly takenBackAt: Date | null
  readonly version: number
}

const columns = sql`c.id, c.person_id as "personId", p.name as "personName", c.topic, c.trained_on as "trainedOn",
  c.valid_until as "validUntil", w.name as "recordedByName", c.taken_back_at as "takenBackAt", c.version`

type Reach = { district: string; schools: readonly string[] | null }
const within = ($: Reach) => sql`
  training_completion c
  join person p on p.district_id = c.district_id and p.id = c.person_id
  join person w on w.district_id = c.district_id and w.id = c.recorded_by
  where c.district_id = ${$.district} and (${$.schools}::uuid[] is null or exists (
    select from assignment a where a.district_id = c.district_id and a.person_id = c.person_id
      and a.id in ${covering($.district, sql`= any(${$.schools}::uuid[])`)}))`
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

const latest = statement(
  ($: Reach & { limit: number }) => sql<Completion>`
    select ${columns} from ${within($)} and c.taken_back_at is null order by c.recorded_at desc, c.id desc limit ${$.limit}`,
)
/** What was recorded last of people at schools within reach. */
export const latestCompletions = (tx: Transaction, actor: Actor, limit: number): Promise<Completion[]> =>
  tx.all(latest, { ...reachOf(actor), limit })

const held = statement(
  ($: Reach & { id: string }) => sql<Completion>`
    select ${columns} from ${within($)} and c.id = ${$.id} for no key update of c`,
)
/** Takes the row for the rest of the act. */
export const holdCompletion = ({ tx, actor }: Unit, id: string): Promise<Completion | undefined> =>
  tx.maybe(held, { ...reachOf(actor), id })

type New = {
  personId: string
  topic: Training
  requirementId: string
  trainedOn: string
  validUntil: string
}
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into training_completion (district_id, id, person_id, topic, requirement_id, trained_on, valid_until, recorded_by,
      recorded_at)
    values (${$.district}, ${$.id}, ${$.personId}, ${$.topic}, ${$.requirementId}, ${$.trainedOn}, ${$.validUntil}, ${$.by},
      ${$.now})`,
)
/** Adds a completion. @returns its id */
export function insertCompletion(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { ...given, district, id, by: actor.personId as string, now })
  return id
}

const takeBack = statement(
  ($: { district: string; id: string; by: string; now: Date; version: number }) => sql`
    update training_completion set taken_back_by = ${$.by}, taken_back_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Says of a held completion that it was written down wrongly. */
export const saveTakenBack = (
  { tx, districtId: district, actor, now }: Unit,
  { id, version }: Pick<Completion, 'id' | 'version'>,
): void => tx.write(takeBack, { district, id, by: actor.personId as string, now, version })
