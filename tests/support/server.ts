import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'
import { rolePasswords } from '#platform/database/roles.ts'

/** What a test process needs to reach the one server of the run. Plain data, so that it crosses processes. */
export type TestServer = { host: string; port: number; superuserPassword: string; secret: string }

/** Durability costs time and proves nothing here; the specs of the embedded server run with it on. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '320MB',
  max_connections: '200',
}

/** Memory that looks like a disk, on Linux, and how much of it a run may need. */
const memory = '/dev/shm'
const roomNeeded = 3 * 2 ** 30

/** Where a server that need not outlive its run keeps its files: in memory, where there is room. */
async function scratchFolder(): Promise<string> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  return bavail * bsize >= roomNeeded ? memory : tmpdir()
}

export const templateName = 'throughline_template'

export const adminConfig = (server: TestServer, database: string): pg.ClientConfig => ({
  host: server.host,
  port: server.port,
  user: 'postgres',
  password: server.superuserPassword,
  database,
})

/** Runs statements as the superuser in one database. */
export async function asAdmin<T>(
  server: TestServer,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(adminConfig(server, database))
  await client.connect()
  return work(client).finally(() => client.end())
}

/** One PostgreSQL for a whole run, with a migrated template that every spec file copies. */
export async function startTestServer(): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(await scratchFolder(), 'tl-'))
  const embedded = await startEmbedded({ dataDir, settings })
  const server: TestServer = {
    host: embedded.socketDir,
    port: embedded.port,
    superuserPassword: embedded.superuserPassword,
    secret: 'a secret for specs, as long as one must be',
  }
  const stop = async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await asAdmin(server, 'postgres', (client) => client.query(`create database ${templateName}`))
    await migrate(adminConfig(server, templateName), { passwords: rolePasswords(server.secret) })
  } catch (error) {
    await stop()
    throw error
  }
  return { server, stop }
}
