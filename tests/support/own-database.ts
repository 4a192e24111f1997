import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { Db } from '#platform/database/database.ts'
import { type RolePasswords, rolePasswords } from '#platform/database/roles.ts'
import { keysForSpecs } from './keys.ts'
import { openingClient } from './opened-rows.ts'
import { adminConfig, asAdmin, templateName, type TestServer } from './server.ts'

export type FreshDatabase = {
  /** A pool of the role that web and jobs connect as. */
  db: Db
  /**
   * One connection of the superuser, for looking behind the walls and for arranging what no act can. What it
   * reads of sealed columns is answered opened.
   */
  admin: pg.Client
  /** How another role connects. */
  login(role: keyof RolePasswords): pg.ClientConfig
  close(): Promise<void>
}

const loginOf = (server: TestServer, database: string) => (role: keyof RolePasswords) => ({
  ...adminConfig(server, database),
  user: `throughline_${role}`,
  password: rolePasswords(server.secret)[role],
})

async function dropped(server: TestServer, name: string) {
  await asAdmin(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`))
}

/** Another spec may be looking at the template at this moment: it cannot be copied while anybody does. */
async function copied(server: TestServer, name: string, from: string) {
  for (let tries = 1; ; tries++) {
    try {
      const copy = `create database ${name} template ${from} strategy file_copy`
      return await asAdmin(server, 'postgres', (client) => client.query(copy))
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries === 40) throw error
      await pause(250)
    }
  }
}

const ownName = () => `spec_${randomBytes(6).toString('hex')}`

/**
 * A migrated, empty database of one's own: a copy of the template, gone after `close`.
 * @param connections how many the pool may open at once
 * @param from another database that nobody has open, to be copied in its place
 */
export async function databaseOn(
  server: TestServer,
  connections = 4,
  from = templateName,
): Promise<FreshDatabase> {
  const name = ownName()
  // Copying files is twice as fast here as copying through the log, and nothing here must survive a crash.
  await copied(server, name, from)
  const login = loginOf(server, name)
  const db = new Db({ ...login('app'), max: connections }, keysForSpecs)
  const admin = openingClient(adminConfig(server, name))
  await admin.connect()
  const close = async () => {
    await Promise.all([db.close(), admin.end()])
    await dropped(server, name)
  }
  return { db, admin, login, close }
}

/** One at a time, of all processes of a run. */
const making = 20_261_013

/**
 * Makes a database to be copied by many, unless somebody of this run has made it.
 * @param fill what it holds beside what every migrated database holds
 */
export async function haveTemplate(
  server: TestServer,
  name: string,
  fill: (db: Db) => Promise<void>,
): Promise<void> {
  await asAdmin(server, 'postgres', async (client) => {
    // Let go of when this connection ends.
    await client.query('select pg_advisory_lock($1)', [making])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    const unready = ownName()
    await copied(server, unready, templateName)
    const db = new Db({ ...loginOf(server, unready)('app'), max: 1 }, keysForSpecs)
    await fill(db).finally(() => db.close())
    // A copy has the statistics of its template: without any, whoever is who is looked up the long way.
    await asAdmin(server, unready, (filled) => filled.query('analyze'))
    await client.query(`alter database ${unready} rename to ${name}`)
  })
}
