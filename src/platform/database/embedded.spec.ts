import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { serverAccount } from './server-account.ts'

const BOUND = 60_000

const loginTo = (server: EmbeddedServer) => ({
  host: server.socketDir,
  port: server.port,
  user: 'postgres',
  password: server.superuserPassword,
  database: 'postgres',
})

/** Runs the statements on one connection and answers the rows of the last. */
async function ask(server: EmbeddedServer, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(loginTo(server))
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const sql of statements) ({ rows } = await client.query(sql))
    return rows
  } finally {
    await client.end()
  }
}

/** The TCP ports a process listens on, seen from outside it. */
async function listeningTcpPorts(pid: number): Promise<number[]> {
  if (process.platform !== 'linux') {
    const output = execFileSync('lsof', ['-a', '-p', String(pid), '-iTCP', '-sTCP:LISTEN', '-Fn', '-nP'])
    return [...String(output).matchAll(/^n.*:(\d+)$/gm)].map((match) => Number(match[1]))
  }
  const handles = await readdir(`/proc/${pid}/fd`)
  const targets = await Promise.all(handles.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')))
  const tables = ['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8'))
  return (await Promise.all(tables))
    .flatMap((table) => table.split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && targets.includes(`socket:[${inode}]`))
    .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '', 16))
}

describe('The embedded database', () => {
  let parent: string
  let dataDir: string
  let server: EmbeddedServer

  beforeAll(async () => {
    process.env.THROUGHLINE_SPEC_KEY = 'canary-in-our-environment'
    parent = await mkdtemp('/tmp/throughline-spec-')
    await chmod(parent, 0o755)
    dataDir = join(parent, 'database')
    server = await startEmbedded({ dataDir })
  }, BOUND)

  afterAll(async () => {
    delete process.env.THROUGHLINE_SPEC_KEY
    await server?.stop()
    await rm(parent, { recursive: true, force: true })
  }, BOUND)

  test('never runs as root, whoever starts it', async () => {
    const socket = await stat(join(server.socketDir, `.s.PGSQL.${server.port}`))
    expect(socket.uid).toBe((await serverAccount()).uid)
    expect(socket.uid).not.toBe(0)
  })

  test('has checksums on, and a commit is on the disk before anyone is told', async () => {
    const names = ['data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit']
    for (const name of names) expect(await ask(server, `show ${name}`)).toEqual([{ [name]: 'on' }])
  })

  test('sorts the same on every machine', async () => {
    const [database] = await ask(
      server,
      `select datlocprovider::text as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
         from pg_database where datname = 'postgres'`,
    )
    expect(database).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' })
  })

  test('lets in only who knows the password, which lies in a file for its owner alone', async () => {
    const file = join(dataDir, 'superuser-password')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readFile(file, 'utf8')).trim()).toBe(server.superuserPassword)
    expect(Buffer.from(server.superuserPassword, 'base64url')).toHaveLength(32)

    const stranger = new pg.Client({ ...loginTo(server), password: 'a guess' })
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  test('keeps its files to itself and leaves no second copy of the password', async () => {
    expect((await stat(server.clusterDir)).mode & 0o777).toBe(0o700)
    const files = (await readdir(dataDir)).filter((name) => name !== 'cluster')
    expect(files.sort()).toEqual(['boot.log', 'superuser-password', 'supervisor.lock', 'supervisor.pid'])
    for (const name of files) expect((await stat(join(dataDir, name))).mode & 0o077, name).toBe(0)
  })

  test('listens on no TCP port', async () => {
    const listener = createServer()
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    try {
      expect(await listeningTcpPorts(process.pid), 'the check sees an open port').toHaveLength(1)
      expect(await listeningTcpPorts(server.pid)).toEqual([])
    } finally {
      listener.close()
    }
  })

  test('is not handed our environment, which may hold keys', async () => {
    const rows = await ask(
      server,
      'create temporary table environment (line text)',
      `copy environment from program 'env'`,
      'select line from environment',
    )
    const lines = rows.map(({ line }) => String(line)).join('\n')
    expect(lines, 'the environment was seen').toMatch(/^PATH=/m)
    expect(lines).not.toContain('canary-in-our-environment')
  })

  test(
    'writes nothing into its log that people typed',
    async () => {
      const typed = async (into: EmbeddedServer) => {
        const client = new pg.Client(loginTo(into))
        await client.connect()
        await client.query('create temporary table person (name text unique, born date)')
        const statements = [
          () => client.query(`select 'canary-name'::int`),
          () => client.query('select $1::int', ['canary-name']),
          () => client.query(`insert into person (name) values ('canary-name'), ('canary-name')`),
          () => client.query('insert into person (born) values ($1)', ['canary-name']),
        ]
        for (const run of statements) await expect(run()).rejects.toThrow(pg.DatabaseError)
        await client.end()
      }
      const talkative = await startEmbedded({
        dataDir: join(parent, 'talkative'),
        settings: { log_min_messages: 'error', log_min_error_statement: 'error', fsync: 'off' },
      })
      await typed(talkative).finally(() => talkative.stop())
      // Once it has stopped, all it had to say is written.
      const control = await logOf(talkative)
      expect(control, 'the check finds it where it is written').toContain('canary-name')
      await typed(server)
      const log = await logOf(server)
      expect(log).toContain('ready to accept connections')
      expect(log).not.toContain('canary-name')
    },
    BOUND,
  )
})

async function logOf(server: EmbeddedServer): Promise<string> {
  const folder = join(server.clusterDir, 'log')
  const texts = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'))
  return (await Promise.all(texts)).join('')
}
