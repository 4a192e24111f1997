import { sql } from 'kysely'
import { systemActor } from '#access/actor.ts'
import { type Trace, writeTraces } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Database } from '#database/schema.ts'
import { type SealedTable, sealedTable, sealedTables } from '#database/sealed.ts'

export type Row = Record<string, unknown>

/** Where the database is one that seals, a row of the scene lies in it as one that an act wrote. */
function sealedRow(tx: Transaction, table: string, row: Row): Row {
  if (!(table in sealedTables) || !tx.seals) return row
  const { row: key, of } = sealedTable(table as SealedTable)
  const owner = typeof of === 'object' && 'column' in of ? (row[of.column] as string | undefined) : undefined
  return tx.sealed(
    table as SealedTable,
    { row: key.map((name) => row[name]).join(':'), of: owner ?? null },
    row,
  )
}

/** Writes rows as they are: for setting a scene, where no person acts. */
export async function insertRows(tx: Transaction, table: keyof Database & string, rows: readonly Row[]) {
  if (rows.length === 0) return
  const sealed = rows.map((row) => sealedRow(tx, table, row))
  const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)))
  await tx.run(
    sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(sealed)}::jsonb)`,
  )
}

/** The trace of a scene being set, one for each subject, so that the guards let it stand. */
export async function traceSetting(
  tx: Transaction,
  { at, type, ids }: { at: Date; type: string; ids: readonly string[] },
) {
  const traces = [...new Set(ids)].map(
    (id): Trace => ({
      kind: 'change',
      name: `${type}.seeded`,
      subject: { type, id, studentId: type === 'student' ? id : null },
    }),
  )
  if (traces.length > 0) writeTraces(tx, { actor: systemActor(tx.scope.districtId), at }, traces)
}
