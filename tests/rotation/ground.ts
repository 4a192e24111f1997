import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { Db } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'
import { rolePasswords } from '#platform/database/roles.ts'
import { newId } from '#platform/ids.ts'
import { keyFile, keysOf } from '#platform/vault/installation-keys.ts'
import { opened } from '#platform/vault/opened.ts'
import { seedBase } from '../riverside/base.ts'
import { families } from '../riverside/families.ts'
import { riversideId, schools } from '../riverside/places.ts'
import { insertRows, traceSetting } from '../riverside/rows.ts'

const secret = 'a secret for turning keys, not for use anywhere'
const scope = { districtId: riversideId, side: 'system' } as const
const students = Object.values(families).map(({ id }) => id)

/** A database that saves as it would in use, its key file, and every text that must open. */
export type Ground = {
  admin: pg.ClientConfig
  path: string
  /** What was said, by the id of the concern it was said in. */
  said: Map<string, string>
  open(): Db
  close(): Promise<void>
}

export async function breakGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'tl-turn-'))
  await chmod(folder, 0o755)
  const server = await startEmbedded({ dataDir: join(folder, 'postgres') })
  const place = { host: server.socketDir, port: server.port, database: 'postgres' }
  const admin = { ...place, user: 'postgres', password: server.superuserPassword }
  const passwords = rolePasswords(secret)
  await migrate(admin, { passwords })
  const path = await keyFile(folder, undefined)
  const login = { ...place, user: 'throughline_app', password: passwords.app, max: 2 }
  const open = () => new Db(login, keysOf(path))
  const db = open()
  await db.transaction(scope, seedBase).finally(() => db.close())
  return {
    admin,
    path,
    said: new Map(),
    open,
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody writes down so many concerns, of one student after another; one in seven is of nobody yet. */
export async function write(db: Db, { said }: Ground, count: number): Promise<void> {
  const now = new Date()
  const rows = Array.from({ length: count }, () => ({
    district_id: riversideId,
    id: newId(),
    school_id: schools.alderCreek.id,
    student_id:
      said.size % 7 === 0 ? null : students[(said.size + Math.floor(Math.random() * 50)) % students.length],
    source: 'caregiver',
    observed: `Said ${newId()}`,
    urgency: 'this_week',
    state: 'submitted',
    received_at: now,
    due_at: now,
    due_standard: {},
    version: 1,
  }))
  await db.transaction(scope, async (tx) => {
    await insertRows(tx, 'concern', rows)
    await traceSetting(tx, { at: now, type: 'concern', ids: rows.map(({ id }) => id) })
  })
  for (const { id, observed } of rows) said.set(id, observed)
}

/**
 * Opens every text with what lies in the database and the key file now, in a process that knew nothing.
 * @returns what does not open, or opens to something else
 */
export async function unopened({ said, open }: Ground): Promise<string[]> {
  const db = open()
  const read = sql<{ id: string; observed: string }>`
    select c.id, ${opened('concern.observed', 'c')} as observed from concern c where c.district_id = ${riversideId}`
  try {
    const rows = await db.transaction(scope, (tx) => tx.all(read))
    const found = new Map(rows.map(({ id, observed }) => [id, observed]))
    return [...said].filter(([id, text]) => found.get(id) !== text).map(([id]) => id)
  } catch (error) {
    return [(error as Error).message]
  } finally {
    await db.close()
  }
}
