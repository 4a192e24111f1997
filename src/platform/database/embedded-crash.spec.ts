import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { isRunning } from './processes.ts'
import { serverAccount } from './server-account.ts'

const BOUND = 60_000
const root = fileURLToPath(new URL('../../..', import.meta.url))
let parent: string

beforeAll(async () => {
  parent = await mkdtemp('/tmp/throughline-spec-')
  await chmod(parent, 0o755)
})

afterAll(() => rm(parent, { recursive: true, force: true }))

const loginTo = ({ socketDir, port, superuserPassword }: EmbeddedServer) => ({
  host: socketDir,
  port,
  user: 'postgres',
  password: superuserPassword,
  database: 'postgres',
})

async function ids(server: EmbeddedServer, sql: string): Promise<number[]> {
  const client = new pg.Client(loginTo(server))
  await client.connect()
  const { rows } = await client.query<{ id: number }>(sql).finally(() => client.end())
  return (rows ?? []).map(({ id }) => id)
}

/** A process of its own that runs the script and answers what it prints, line by line. */
function node(script: string, ...values: string[]) {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', script, ...values],
    { cwd: root, timeout: BOUND, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines: string[] = []
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line))
  const closed = once(output, 'close')
  return { child, lines, closed, nextLine: () => once(output, 'line').then(([line]) => String(line)) }
}

/** Four people saving at once, each printing what the database acknowledged, until it goes away. */
const writers = `
  import pg from 'pg'
  const login = JSON.parse(process.argv[1])
  const write = async (first) => {
    const client = new pg.Client(login)
    client.on('error', () => undefined)
    await client.connect()
    for (let id = first; ; id += 4) {
      await client.query('insert into saved (id) values ($1)', [id])
      process.stdout.write(id + '\\n')
    }
  }
  await Promise.allSettled([1, 2, 3, 4].map(write))`

/** Kills the server and every process it has, in the middle of its work, as a machine out of memory might. */
async function killWithAllChildren(server: EmbeddedServer): Promise<void> {
  const children = await ids(server, 'select pid as id from pg_stat_activity where pid <> pg_backend_pid()')
  for (const pid of [server.pid, ...children]) process.kill(pid, 'SIGKILL')
  await server.ended
  await server.stop()
}

const missing = (acknowledged: number[], present: number[]) => {
  const there = new Set(present)
  return acknowledged.filter((id) => !there.has(id))
}

/** Lets people save until there are enough, kills everything, starts again and compares. */
async function crashWhileSaving(dataDir: string, settings: Record<string, string> = {}) {
  const server = await startEmbedded({ dataDir, settings })
  await ids(server, 'set synchronous_commit = on; create table saved (id int primary key)')
  const { lines, closed } = node(writers, JSON.stringify(loginTo(server)))
  while (lines.length < 400) await new Promise((resolve) => setTimeout(resolve, 5))
  await killWithAllChildren(server)
  await closed
  const again = await startEmbedded({ dataDir, settings })
  return { again, acknowledged: lines.map(Number) }
}

describe('When processes die', () => {
  test(
    'the database outlives a killed Throughline, and the next one takes it over',
    async () => {
      const dataDir = join(parent, 'orphan')
      const first = node(
        `const { startEmbedded } = await import(process.argv[1])
       console.log(JSON.stringify(await startEmbedded({ dataDir: process.argv[2] })))
       setInterval(() => undefined, 1000)`,
        new URL('./embedded.ts', import.meta.url).href,
        dataDir,
      )
      const left = JSON.parse(await first.nextLine()) as EmbeddedServer
      await ids(left, 'create table kept as select 7 as id')
      first.child.kill('SIGKILL')
      await once(first.child, 'exit')
      expect(isRunning(left.pid)).toBe(true)

      const lines: string[] = []
      const next = await startEmbedded({ dataDir, log: (line) => lines.push(line) })
      expect(next.pid).toBe(left.pid)
      expect(lines.join('\n')).toContain('Took over the database that was still running')
      expect(await ids(next, 'select id from kept')).toEqual([7])
      await next.stop()
      expect(isRunning(left.pid)).toBe(false)
    },
    BOUND,
  )

  test(
    'no row that was acknowledged is lost when the database is killed while people save',
    async () => {
      const { again, acknowledged } = await crashWhileSaving(join(parent, 'killed'))
      const present = await ids(again, 'select id from saved')
      expect(acknowledged.length).toBeGreaterThanOrEqual(400)
      expect(missing(acknowledged, present)).toEqual([])

      const [one = 0] = await ids(again, `delete from saved where id = ${acknowledged[99]} returning id`)
      const after = await ids(again, 'select id from saved')
      expect(missing(acknowledged, after), 'the comparison sees a single row that is gone').toEqual([one])
      await again.stop()
    },
    BOUND,
  )

  test(
    'the same crash does lose rows where commits do not wait for the disk',
    async () => {
      const careless = { synchronous_commit: 'off', wal_writer_delay: '10s' }
      const { again, acknowledged } = await crashWhileSaving(join(parent, 'careless'), careless)
      expect(missing(acknowledged, await ids(again, 'select id from saved'))).not.toEqual([])
      await again.stop()
    },
    BOUND,
  )

  test(
    'a start waits for the last child of a killed server instead of running beside it',
    async () => {
      const dataDir = join(parent, 'children')
      const server = await startEmbedded({ dataDir })
      const busy = new pg.Client(loginTo(server))
      busy.on('error', () => undefined)
      await busy.connect()
      const { rows } = await busy.query<{ pid: number }>('select pg_backend_pid() as pid')
      const child = rows[0]?.pid ?? 0
      const work = busy.query(`do $$ declare until timestamptz := clock_timestamp() + '3 s';
      begin while clock_timestamp() < until loop end loop; end $$`)
      const workEnded = work.then(
        () => undefined,
        () => undefined,
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
      process.kill(server.pid, 'SIGKILL')
      await server.ended
      await server.stop()
      expect(isRunning(child), 'the child goes on without its server').toBe(true)

      const lines: string[] = []
      const next = await startEmbedded({ dataDir, log: (line) => lines.push(line) })
      expect(isRunning(child)).toBe(false)
      expect(lines).toContain('Waiting for the processes of an earlier database to end')
      await workEnded
      await next.stop()
    },
    BOUND,
  )

  test(
    'a stale postmaster.pid is cleared, and the stranger with its number left alone',
    async () => {
      const dataDir = join(parent, 'stale')
      const server = await startEmbedded({ dataDir })
      const file = join(server.clusterDir, 'postmaster.pid')
      const content = await readFile(file, 'utf8')
      await server.stop()
      const { uid, gid, switchTo } = await serverAccount()
      const stranger = spawn('sleep', ['60'], { ...switchTo, cwd: '/' })
      await once(stranger, 'spawn')
      await writeFile(file, content.replace(String(server.pid), String(stranger.pid)))
      await chown(file, uid, gid)

      const lines: string[] = []
      const next = await startEmbedded({ dataDir, log: (line) => lines.push(line) })
      expect(lines.join('\n')).toContain(`process ${stranger.pid} is something else now`)
      await next.stop()
      expect(isRunning(stranger.pid ?? 0)).toBe(true)
      stranger.kill('SIGKILL')
    },
    BOUND,
  )

  test(
    'a first start that was cut short is begun anew',
    async () => {
      const dataDir = join(parent, 'halfway')
      await mkdir(join(dataDir, 'cluster.making', 'base'), { recursive: true })
      await writeFile(join(dataDir, 'supervisor.lock'), '')
      await writeFile(join(dataDir, 'initdb-password'), 'left over\n')
      const server = await startEmbedded({ dataDir })
      expect(await ids(server, 'select 1 as id')).toEqual([1])
      await server.stop()
      for (const name of ['cluster.making', 'initdb-password']) {
        await expect(stat(join(dataDir, name))).rejects.toMatchObject({ code: 'ENOENT' })
      }
    },
    BOUND,
  )
})
