import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const latest = statement(
  ($: { district: string; mark: string }) => sql<{ stopped: boolean }>`
    select stopped from text_stop where district_id = ${$.district} and mark = ${$.mark} order by at desc, id desc limit 1`,
)
/** Whether STOP was the last that was answered from a phone. */
export const isStopped = async (tx: Transaction, mark: string | undefined): Promise<boolean> =>
  mark !== undefined && (await tx.maybe(latest, { district: tx.scope.districtId, mark }))?.stopped === true

const add = statement(
  ($: Record<'district' | 'id' | 'mark', string> & { stopped: boolean; at: Date }) => sql`
    insert into text_stop (district_id, id, mark, stopped, at)
    values (${$.district}, ${$.id}, ${$.mark}, ${$.stopped}, ${$.at})`,
)
/** @returns the id of what was written */
export function addStop(unit: Unit, { mark, stopped }: { mark: string; stopped: boolean }): string {
  const id = unit.id()
  unit.tx.write(add, { district: unit.districtId, id, mark, stopped, at: unit.now })
  return id
}
