import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { RosterProgress } from './roster-changes.ts'

/** Bytes of one piece: small enough that no statement holds a whole file. */
export const partBytes = 1_048_576

const add = statement(
  ($: { district: string; id: string; position: number; bytes: Buffer }) => sql`
    insert into roster_part (district_id, import_id, position, bytes)
    values (${$.district}, ${$.id}, ${$.position}, ${$.bytes})`,
)
const all = statement(
  ($: { district: string; id: string }) => sql<{ position: number; bytes: Buffer }>`
    select position, bytes from roster_part where district_id = ${$.district} and import_id = ${$.id} order by position`,
)
const drop = statement(
  ($: { district: string; id: string }) => sql`
    delete from roster_part where district_id = ${$.district} and import_id = ${$.id}`,
)

const at = (id: string, position: number) =>
  ({ table: 'roster_part', column: 'bytes', row: `${id}:${position}` }) as const

/** Keeps one piece of a file that waits. */
export function insertPart(
  { tx, districtId }: Unit,
  { id, position, bytes }: { id: string; position: number; bytes: Buffer },
) {
  const sealed = tx.sealing.value({ ...at(id, position), of: null }, bytes)
  return tx.run(add, { district: districtId, id, position, bytes: sealed })
}

/** The whole file again, as it came. */
export async function fileOf(tx: Transaction, id: string): Promise<Buffer> {
  const parts = await tx.all(all, { district: tx.scope.districtId, id })
  return Buffer.concat(
    await Promise.all(parts.map(({ position, bytes }) => tx.sealing.opened(at(id, position), bytes))),
  )
}

/** Forgets a file that is not waited for any more: it holds the data of every student. */
export const forgetFile = ({ tx, districtId }: Unit, id: string) => tx.run(drop, { district: districtId, id })

type Row = { step: string; done: number; total: number; at: Date }
const progress = statement(
  ($: { district: string; id: string }) => sql<Row>`
    select step, done, total, at from roster_progress where district_id = ${$.district} and import_id = ${$.id}`,
)
const put = statement(
  ($: { district: string; id: string; step: string; done: number; total: number; at: Date }) => sql`
    insert into roster_progress (district_id, import_id, step, done, total, at)
    values (${$.district}, ${$.id}, ${$.step}, ${$.done}, ${$.total}, ${$.at})
    on conflict (district_id, import_id) do update
      set step = excluded.step, done = excluded.done, total = excluded.total, at = excluded.at`,
)

/** How far reading or applying has come, or undefined before it began. */
export const progressOf = (tx: Transaction, id: string): Promise<Row | undefined> =>
  tx.maybe(progress, { district: tx.scope.districtId, id })

/** Says how far it has come, in a transaction of its own: the one it speaks of may still be undone. */
export const sayProgress = (
  tx: Transaction,
  id: string,
  { step, done, total, at }: RosterProgress & { at: Date },
) => tx.run(put, { district: tx.scope.districtId, id, step, done, total, at })
