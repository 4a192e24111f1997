import { sql } from 'kysely'
import { systemActor } from '#access/actor.ts'
import { type Trace, writeTraces } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Database } from '#database/schema.ts'

export type Row = Record<string, unknown>

/** Writes rows as they are: for setting a scene, where no person acts. */
export async function insertRows(tx: Transaction, table: keyof Database & string, rows: readonly Row[]) {
  if (rows.length === 0) return
  const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)))
  await tx.run(
    sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`,
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
