import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { isRunning } from './processes.ts'
import { serverAccount } from './server-account.ts'
import { BOUND, folderForSpecs, ids, loginTo, node } from './server-for-specs.ts'

const folder = folderForSpecs()

describe('When processes die', () => {
  test(
    'the database outlives a killed Throughline, and the next one takes it over',
    async () => {
      const dataDir = join(folder.path, 'orphan')
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
    'a start waits for the last child of a killed server instead of running beside it',
    async () => {
      const dataDir = join(folder.path, 'children')
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
      const dataDir = join(folder.path, 'stale')
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
      const dataDir = join(folder.path, 'halfway')
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
