import { sql } from 'kysely'
import type { Training } from '#access/trainings.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Requirement } from './training.ts'

const columns = sql`r.id, r.topic, r.version, r.lines, r.valid_months as "validMonths", r.required, r.sample,
  r.in_force_from as "inForceFrom"`

const inForce = statement(
  ($: { district: string; at: Date }) => sql<Requirement>`
    select distinct on (r.topic) ${columns} from training_requirement r
    where r.district_id = ${$.district} and r.in_force_from <= ${$.at}
    order by r.topic, r.in_force_from desc, r.version desc`,
)
/** What the district says of each training at an instant; nothing of one it never spoke of. */
export const requirementsInForce = (tx: Transaction, at: Date): Promise<Requirement[]> =>
  tx.all(inForce, { district: tx.scope.districtId, at })

export type RequirementVersion = Requirement & { publishedByName: string; publishedAt: Date }
const versions = statement(
  ($: { district: string; topic: Training }) => sql<RequirementVersion>`
    select ${columns}, p.name as "publishedByName", r.published_at as "publishedAt" from training_requirement r
    join person p on p.district_id = r.district_id and p.id = r.published_by
    where r.district_id = ${$.district} and r.topic = ${$.topic} order by r.version desc`,
)
/** Every version of a training, the latest first: none is edited or taken off. */
export const requirementVersions = (tx: Transaction, topic: Training): Promise<RequirementVersion[]> =>
  tx.all(versions, { district: tx.scope.districtId, topic })

/** Whoever publishes trainings in a district goes one after the other, so that two never get one number. */
export const oneAtATime = async (tx: Transaction): Promise<void> => {
  await tx.all(sql`select pg_advisory_xact_lock(hashtextextended('training ' || ${tx.scope.districtId}, 0))`)
}

type New = Omit<Requirement, 'id'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into training_requirement (district_id, id, topic, version, lines, valid_months, required, sample, in_force_from,
      published_by, published_at)
    values (${$.district}, ${$.id}, ${$.topic}, ${$.version}, ${$.lines}::text[], ${$.validMonths}, ${$.required}, ${$.sample},
      ${$.inForceFrom}, ${$.by}, ${$.now})`,
)
/** Adds a version. @returns its id */
export function insertRequirement(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { ...given, district, id, by: actor.personId as string, now })
  return id
}
