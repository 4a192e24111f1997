import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { binariesFor } from './binaries.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { listeningTcpPorts } from './listening-ports.ts'
import { isRunning } from './processes.ts'
import { serverAccount } from './server-account.ts'

const BOUND = 60_000
const silent = () => undefined
let parent: string

const loginTo = (server: EmbeddedServer) => ({
  host: server.socketDir,
  port: server.port,
  user: 'postgres',
  password: server.superuserPassword,
  database: 'postgres',
})

async function ask<Row extends pg.QueryResultRow>(server: EmbeddedServer, sql: string): Promise<Row> {
  const client = new pg.Client(loginTo(server))
  await client.connect()
  return client.query<Row>(sql).then(({ rows }) => rows[0] as Row).finally(() => client.end())
}

/** Starts a server in a process of its own, as the given account, and answers what it printed. */
async function startElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}) {
  const script = `
    const [, module, dataDir, programs, uid, gid] = process.argv
    const { startEmbedded } = await import(module)
    if (uid) { process.setgroups([]); process.setgid(Number(gid)); process.setuid(Number(uid)) }
    const server = await startEmbedded({ dataDir, programs }).catch((error) => ({ refused: error.message }))
    console.log(JSON.stringify({ uid: process.getuid(), ...server }))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await server.stop?.()`
  const module = new URL('./embedded.ts', import.meta.url).href
  const programs = await binariesFor(await serverAccount(), silent)
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', script]
      .concat([module, dataDir, programs, String(account.uid ?? ''), String(account.gid ?? '')]),
    { cwd: fileURLToPath(new URL('../../..', import.meta.url)), timeout: BOUND, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(await text(child.stdout)) as Partial<EmbeddedServer> & { uid: number; refused?: string }
}

beforeAll(async () => {
  parent = await mkdtemp('/tmp/throughline-spec-')
  await chmod(parent, 0o755)
})

afterAll(() => rm(parent, { recursive: true, force: true }))

describe('The embedded database', () => {
  let server: EmbeddedServer
  const lines: string[] = []

  beforeAll(async () => {
    process.env.THROUGHLINE_SPEC_SECRET = 'canary-in-our-environment'
    server = await startEmbedded({ dataDir: join(parent, 'shared'), log: (line) => lines.push(line) })
  }, BOUND)

  afterAll(() => server.stop(), BOUND)

  test('never runs as root, whoever starts it', async () => {
    const { uid } = await stat(join(server.socketDir, `.s.PGSQL.${server.port}`))
    expect(uid).toBe((await serverAccount()).uid)
    expect(uid).not.toBe(0)
  })

  test('has checksums on, and a commit is on the disk before anyone is told', async () => {
    const settings = await ask<Record<string, string>>(
      server,
      `select current_setting('data_checksums') as data_checksums, current_setting('fsync') as fsync,
              current_setting('full_page_writes') as full_page_writes,
              current_setting('synchronous_commit') as synchronous_commit`,
    )
    expect(settings).toEqual({ data_checksums: 'on', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' })
  })

  test('sorts the same on every machine', async () => {
    const database = await ask(
      server,
      `select datlocprovider::text as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
         from pg_database where datname = 'postgres'`,
    )
    expect(database).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' })
  })

  test('lets in only who knows the password, and keeps it in a file for its owner alone', async () => {
    const file = join(parent, 'shared', 'superuser-password')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readFile(file, 'utf8')).trim()).toBe(server.superuserPassword)
    expect(Buffer.from(server.superuserPassword, 'base64url')).toHaveLength(32)

    const stranger = new pg.Client({ ...loginTo(server), password: 'a guess' })
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  test('leaves no second copy of the password, and its cluster closed to others', async () => {
    const files = await readdir(join(parent, 'shared'))
    expect(files.filter((name) => name.includes('password'))).toEqual(['superuser-password'])
    expect((await stat(server.clusterDir)).mode & 0o777).toBe(0o700)
  })

  test('listens on no TCP port', async () => {
    const listener = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => listener.once('listening', resolve))
    try {
      expect(await listeningTcpPorts(process.pid), 'the check finds a port that is open').not.toEqual([])
      expect(await listeningTcpPorts(server.pid)).toEqual([])
    } finally {
      listener.close()
    }
  })

  test('is not handed our environment, which may hold keys', async () => {
    await ask(server, `create temporary table seen (line text); copy seen from program 'env'`)
    const script = `do $$ begin create temporary table seen (line text); copy seen from program 'env'; end $$`
    const client = new pg.Client(loginTo(server))
    await client.connect()
    await client.query(script)
    const { rows } = await client.query<{ line: string }>('select line from seen')
    await client.end()
    expect(rows.map(({ line }) => line).join('\n')).toContain('PATH=')
    expect(rows.map(({ line }) => line).join('\n')).not.toContain('canary-in-our-environment')
  })

  test('refuses a second Throughline on its directory in one sentence', async () => {
    const refusal = new RegExp(`^Another Throughline \\(process ${process.pid}\\) already looks after [^\\n]*\\.$`)
    await expect(startEmbedded({ dataDir: join(parent, 'shared') })).rejects.toThrow(refusal)
    expect((await startElsewhere(join(parent, 'shared'))).refused).toMatch(refusal)
    expect(await ask(server, 'select 1 as still_there')).toEqual({ still_there: 1 })
  }, BOUND)
})
