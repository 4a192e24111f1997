import pg from 'pg'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Seal } from './chain.ts'
import { appendLines, linesOf } from './line-file.ts'
import { type Removal, within } from './removals-store.ts'

/** What was removed in the stretch of the trail that a seal covers. */
export const removalsUnder = (sealer: Db, districtId: string, seal: Seal): Promise<Removal[]> =>
  sealer.transaction({ districtId, side: 'system' }, (tx) =>
    tx.all(within, { district: districtId, from: seal.fromXact, until: seal.untilXact }),
  )

/** Keeps removals outside the database, flushed to disk: a copy from before brings nobody back. */
export const noteRemovals = (path: string, removals: readonly Removal[]): Promise<void> =>
  appendLines(path, removals)

/** Removes again, in one transaction, what this copy still holds. @returns whether it did */
async function removeAgain(client: pg.ClientBase, removal: Removal): Promise<boolean> {
  const { districtId, removalId, studentId, recordClass } = removal
  const done = `select from house.removal_again where removal_id = $1 and student_id = $2
    union all select from record_removal_student where removal_id = $1 and student_id = $2 and removed_at is not null`
  await client.query('begin; set local role throughline_remover')
  try {
    const { rowCount } = await client.query(done, [removalId, studentId])
    if (rowCount === 0) {
      await client.query(
        `insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, student_id, detail)
         values ($1, $2, now(), 'change', 'records.removed', 'system', 'record_removal', $3, $4, $5)`,
        [districtId, newId(), removalId, studentId, { recordClass, again: true }],
      )
      await client.query('select house.remove_of($1, $2, $3)', [districtId, studentId, recordClass])
      await client.query('insert into house.removal_again (removal_id, student_id) values ($1, $2)', [
        removalId,
        studentId,
      ])
    }
    await client.query('commit')
    return rowCount === 0
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * Makes removals again where a restored copy of the database is from before them, ahead of serving it.
 * @param admin as a role that may migrate
 * @returns how many were made again
 */
export async function replayRemovals(admin: pg.ClientConfig, path: string): Promise<number> {
  const removals = (await linesOf(path)).map((line) => JSON.parse(line) as Removal)
  if (removals.length === 0) return 0
  const client = new pg.Client(admin)
  await client.connect()
  let again = 0
  try {
    await client.query(`select pg_advisory_lock(hashtext('throughline removals'))`)
    for (const removal of removals) if (await removeAgain(client, removal)) again += 1
    return again
  } finally {
    await client.end()
  }
}
