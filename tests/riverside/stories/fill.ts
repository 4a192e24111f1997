import { sql } from 'kysely'
import pg from 'pg'
import { systemActor } from '#access/actor.ts'
import { writeTraces } from '#access/trail.ts'
import type { Db } from '#platform/database/database.ts'
import { riversideId } from '../places.ts'
import { seedRiverside } from './tell.ts'

/** What stands of Riverside: nothing, a part that a seeding cut short left behind, or all of it. */
export type Extent = 'absent' | 'half' | 'whole'

const scope = { districtId: riversideId, side: 'system' } as const

/** Reads the mark that is set when the last story has been told. */
export async function extentOfRiverside(db: Db): Promise<Extent> {
  const found = await db.transaction(scope, (tx) =>
    tx.maybe<{ filled_at: Date | null }>(
      sql`select filled_at from district where district_id = ${riversideId}`,
    ),
  )
  if (found === undefined) return 'absent'
  return found.filled_at === null ? 'half' : 'whole'
}

/**
 * Tables with rows of a district. The trail and its seals are kept: what was done is not undone there. So are
 * keys: processes hold them, and what is told anew may be sealed under them.
 */
const tables = `
  select format('%I.%I', c.table_schema, c.table_name) as name
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.column_name = 'district_id' and c.table_schema in ('public', 'auth') and t.table_type = 'BASE TABLE'
    and c.table_name not like 'audit\\_%' and c.table_name not in ('district_key', 'data_key')`

/** Takes every row of a half-told Riverside away, past the walls and guards: nobody real is in it. */
async function empty(admin: pg.Client): Promise<void> {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  const { rows } = await admin.query<{ name: string }>(tables)
  for (const { name } of rows)
    await admin.query(`delete from ${name} where district_id::text = $1`, [riversideId])
  await admin.query(`delete from graphile_worker._private_jobs where payload ->> 'district_id' = $1`, [
    riversideId,
  ])
  await admin.query('commit')
}

export type Filling = {
  /** The administrator's connection: for the lock, and for taking a half-told district away. */
  admin: pg.ClientConfig
  db: Db
  now: Date
  /** What was found, before anything is done about it. */
  onFound?: (extent: Extent) => void
  onProgress?: (told: number, of: number) => void
}

/**
 * Makes Riverside whole: tells it where it is absent, and from the beginning where a seeding was cut short,
 * since half a story cannot be told on. A second process that asks meanwhile waits for the first.
 * @returns what was found
 */
export async function fillRiverside({ admin, db, now, onFound, onProgress }: Filling): Promise<Extent> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('throughline: filling riverside'))`)
    const extent = await extentOfRiverside(db)
    onFound?.(extent)
    if (extent === 'whole') return extent
    if (extent === 'half') await empty(client)
    const onScene = () => client.query('analyze')
    await seedRiverside(db, { now, onScene, ...(onProgress && { onProgress }) })
    if (extent === 'half') await noteBeginning(db, now)
    return extent
  } finally {
    await client.end()
  }
}

/** Says in the trail that what stands there before was taken away. */
const noteBeginning = (db: Db, at: Date) =>
  db.transaction(scope, (tx) =>
    writeTraces(tx, { actor: systemActor(riversideId), at }, [
      { kind: 'change', name: 'district.begun_anew', subject: { type: 'district', id: riversideId } },
    ]),
  )
