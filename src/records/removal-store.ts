import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { RecordClass, Removal } from './request.ts'

const columns = sql`
  m.id, m.record_class as "recordClass", m.proposed_by as "proposedBy", p.name as "proposedByName", m.proposed_at as "proposedAt",
  c.name as "carriedByName", m.carried_at as "carriedAt", n.students, n.removed`
const tables = sql`
  record_removal m
  join person p on p.district_id = m.district_id and p.id = m.proposed_by
  left join person c on c.district_id = m.district_id and c.id = m.carried_by
  join lateral (select count(*)::int as students, count(s.removed_at)::int as removed from record_removal_student s
    where s.district_id = m.district_id and s.removal_id = m.id) n on true`

const latest = statement(
  ($: { district: string; limit: number }) => sql<Removal>`
    select ${columns} from ${tables} where m.district_id = ${$.district}
    order by m.carried_at desc nulls first, m.proposed_at desc, m.id limit ${$.limit}`,
)
const held = statement(
  ($: { district: string; id: string }) => sql<Removal>`
    select ${columns} from ${tables} where m.district_id = ${$.district} and m.id = ${$.id} for no key update of m`,
)
/** What was proposed, and then what was removed, the latest first. */
export const latestRemovals = (tx: Transaction, limit: number): Promise<Removal[]> =>
  tx.all(latest, { district: tx.scope.districtId, limit })

/** Takes one for the rest of the act, or undefined. */
export const holdRemoval = (tx: Transaction, id: string): Promise<Removal | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, id })

const add = statement(
  ($: { district: string; id: string; recordClass: RecordClass; by: string; at: Date }) => sql`
    insert into record_removal (district_id, id, record_class, proposed_by, proposed_at)
    values (${$.district}, ${$.id}, ${$.recordClass}, ${$.by}, ${$.at})`,
)
const name = statement(
  ($: { district: string; id: string; students: readonly string[] }) => sql`
    insert into record_removal_student (district_id, removal_id, student_id)
    select ${$.district}, ${$.id}, s.id from unnest(${$.students}::uuid[]) as s(id)`,
)
const carry = statement(
  ($: { district: string; id: string; by: string; at: Date }) => sql`
    update record_removal set carried_by = ${$.by}, carried_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
const byOf = ({ districtId: district, actor, now: at }: Unit) => ({
  district,
  by: actor.personId as string,
  at,
})

/** Keeps what is proposed, student by student. @returns its id */
export function addRemoval(
  unit: Unit,
  { recordClass, students }: { recordClass: RecordClass; students: readonly string[] },
): string {
  const id = unit.id()
  unit.tx.write(add, { ...byOf(unit), id, recordClass })
  unit.tx.write(name, { district: unit.districtId, id, students })
  return id
}

/** Keeps who agreed to a proposal that is taken: nothing is removed of one that nobody agreed to. */
export const saveCarried = (unit: Unit, id: string): void => unit.tx.write(carry, { ...byOf(unit), id })

/** Of whom something was removed: in how many rows, and which keys were destroyed with it. */
export type Removed = { studentId: string; rows: number; keys: string[] }
const remove = statement(
  ($: { id: string; at: Date }) => sql<Removed>`
    select student_id as "studentId", rows, keys from house.remove_records(${$.id}, ${$.at})`,
)
/**
 * Removes what two people agreed to. The database asks the schedule and every hold again, student by student,
 * and is the only one that can overwrite what lies there.
 */
export async function removeRecords(unit: Unit, id: string): Promise<Removed[]> {
  const removed = await unit.tx.all(remove, { id, at: unit.now })
  for (const { studentId, keys } of removed) if (keys.length > 0) unit.tx.sealing.destroyed(studentId, keys)
  return removed
}
