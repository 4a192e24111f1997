import { join, resolve } from 'node:path'
import pg from 'pg'
import { type Clock, clockFrom } from '#platform/clock.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { visitEmbedded } from '#platform/database/embedded-visit.ts'
import { placeOf } from '#platform/database/place.ts'
import { type RolePasswords, rolePasswords } from '#platform/database/roles.ts'
import { installationSecret } from '#platform/secret.ts'
import { type InstallationKeys, keyHome, type KeyHome, keysOf } from '#platform/vault/installation-keys.ts'
import type { Settings } from '#platform/settings.ts'

/** The name of the one database in an embedded server. */
const name = 'throughline'

/** A place where Throughline lives: its database, its data directory, its secret and its clock. */
export type Installation = {
  /** Whether the database is our own, under the data directory. */
  embedded: boolean
  dataDir: string
  secret: string
  /** Where the keys are under which everything sealed lies, and what is there. */
  keyHome: KeyHome
  keys: InstallationKeys
  clock: Clock
  /** As the role that may create roles: for migrating, never for serving. */
  admin: pg.ClientConfig
  /** Of the roles that connect. In our own database they are new at each start. */
  passwords: RolePasswords
  /** As one of the roles that connect. */
  login(role: keyof RolePasswords): pg.PoolConfig
  /** Settles if the embedded server ends by itself. */
  ended: Promise<void>
  close(): Promise<void>
}

type Log = (line: string) => void

async function ownDatabase(admin: pg.ClientConfig) {
  const client = new pg.Client({ ...admin, database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name}`)
  await client.end()
}

/** Our own server: started here, or, for a command, the one that another process serves from. */
async function ownServer(dataDir: string, { log, beside }: { log: Log; beside: boolean }) {
  const visited = beside ? await visitEmbedded(dataDir) : undefined
  if (visited === undefined) return startEmbedded({ dataDir, log })
  return { ...visited, ended: new Promise<void>(() => undefined), stop: async () => undefined }
}

async function findDatabase(
  settings: Settings,
  { dataDir, ...how }: { dataDir: string; log: Log; beside: boolean },
) {
  if (settings.DATABASE_URL !== undefined) {
    const place = placeOf(settings.DATABASE_URL, { careless: settings.THROUGHLINE_CARELESS })
    const admin: pg.ClientConfig = { connectionString: settings.DATABASE_URL }
    const ended = new Promise<void>(() => undefined)
    return { admin, place, start: '', ended, stop: async () => undefined }
  }
  const server = await ownServer(join(dataDir, 'postgres'), how)
  const place = { host: server.socketDir, port: server.port, database: name }
  const admin = { ...place, user: 'postgres', password: server.superuserPassword }
  await ownDatabase(admin)
  return { admin, place, start: server.superuserPassword, ended: server.ended, stop: server.stop }
}

/**
 * Opens the installation the settings describe: boots or adopts the embedded server unless DATABASE_URL names
 * another.
 * @param how.beside for commands: work on the running server of another process, where there is one
 * @throws one sentence for the person who runs it
 */
export async function openInstallation(
  settings: Settings,
  { log = () => undefined, beside = true }: { log?: Log; beside?: boolean } = {},
): Promise<Installation> {
  const dataDir = resolve(settings.THROUGHLINE_DATA)
  const secret = await installationSecret(dataDir, settings.THROUGHLINE_SECRET)
  const home = await keyHome(dataDir, {
    file: settings.THROUGHLINE_KEY_FILE,
    command: settings.THROUGHLINE_KEY_COMMAND,
    keep: settings.THROUGHLINE_KEY_KEEP_COMMAND,
  })
  const keys = keysOf(home)
  const { admin, place, start, ended, stop } = await findDatabase(settings, { dataDir, log, beside })
  const passwords = rolePasswords(secret, start)
  return {
    embedded: settings.DATABASE_URL === undefined,
    dataDir,
    secret,
    keyHome: home,
    keys,
    clock: clockOf(settings),
    admin,
    passwords,
    login: (role) => ({ ...place, user: `throughline_${role}`, password: passwords[role] }),
    ended,
    close: stop,
  }
}

/**
 * The clock of a process. Time that stands still in a database people use would end no session, no consent
 * and no promise: there it is refused.
 */
function clockOf(settings: Settings): Clock {
  const { THROUGHLINE_CLOCK: clock, DATABASE_URL: elsewhere, THROUGHLINE_CARELESS: careless } = settings
  if (clock !== undefined && elsewhere !== undefined && !careless)
    throw new Error('THROUGHLINE_CLOCK is for tests: with DATABASE_URL, time is what the machine says')
  return clockFrom(clock)
}

/** Files outside the database: the roots of the trail, whose records were removed, what was taken back. */
export const besideOf = (dataDir: string) => ({
  roots: join(dataDir, 'audit', 'roots.jsonl'),
  removed: join(dataDir, 'audit', 'removed.jsonl'),
  takenBack: join(dataDir, 'audit', 'taken-back.jsonl'),
})
