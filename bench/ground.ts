import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { clockFileKept } from '#platform/clock.ts'
import { Db } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'
import { type RolePasswords, rolePasswords } from '#platform/database/roles.ts'
import { type InstallationKeys, keyFile, keysOf } from '#platform/vault/installation-keys.ts'

const secret = 'a secret for measuring, not for use anywhere'

/** A database with the durability it would have in use, and a clock that can be moved. */
export type Ground = {
  /** For the server: reaches the same database by address, so that it seeds nothing and stops nothing. */
  environment: Record<string, string>
  admin: pg.ClientConfig
  login(role: keyof RolePasswords): pg.PoolConfig
  db: Db
  keys: InstallationKeys
  databasePids(): Promise<number[]>
  /** Gathers statistics at once, as the server does by itself within a minute of use. */
  analyze(): Promise<void>
  setClock(at: Date): Promise<void>
  close(): Promise<void>
}

type Place = { host: string; port: number; database: string }

/** The address of a database behind a socket, for a process of its own. */
function addressOf({ host, port, database }: Place, password: string): string {
  const where = `host=${encodeURIComponent(host)}&port=${port}`
  return `postgresql://postgres:${encodeURIComponent(password)}@localhost/${database}?${where}`
}

async function asAdmin<Row extends pg.QueryResultRow>(admin: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(admin)
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

/** What measuring asks of a database from outside, and its clock. */
const handlesOf = (admin: pg.ClientConfig, { pid, clock }: { pid: number; clock: string }) => ({
  async databasePids() {
    const text = 'select pid from pg_stat_activity where pid is not null'
    return [pid, ...(await asAdmin<{ pid: number }>(admin, text)).map((row) => row.pid)]
  },
  analyze: async () => void (await asAdmin(admin, 'analyze')),
  async setClock(at: Date) {
    await writeFile(clock, at.toISOString())
    // The server looks into the file now and then.
    await setTimeout(2 * clockFileKept)
  },
})

export async function breakGround(settings: Record<string, string> = {}): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'tl-bench-'))
  const server = await startEmbedded({ dataDir: join(folder, 'postgres'), settings })
  const place = { host: server.socketDir, port: server.port, database: 'postgres' }
  const admin = { ...place, user: 'postgres', password: server.superuserPassword }
  const passwords = rolePasswords(secret)
  await migrate(admin, { passwords })
  const login = (role: keyof RolePasswords) => {
    return { ...place, user: `throughline_${role}`, password: passwords[role] }
  }
  // The server that is measured finds the same file in its data directory.
  const keys = keysOf(await keyFile(folder, undefined))
  const db = new Db({ ...login('app'), max: 4 }, keys)
  const clock = join(folder, 'clock')
  return {
    environment: {
      DATABASE_URL: addressOf(place, server.superuserPassword),
      THROUGHLINE_DATA: folder,
      THROUGHLINE_SECRET: secret,
      THROUGHLINE_CLOCK: clock,
      THROUGHLINE_CARELESS: 'on',
    },
    admin,
    login,
    db,
    keys,
    ...handlesOf(admin, { pid: server.pid, clock }),
    async close() {
      await db.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
