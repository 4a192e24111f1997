import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { BOUND, folderForSpecs, ids, loginTo, node } from './server-for-specs.ts'

const folder = folderForSpecs()

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

describe('When the database dies while people save', () => {
  test(
    'no row that was acknowledged is lost when the database is killed while people save',
    async () => {
      const { again, acknowledged } = await crashWhileSaving(join(folder.path, 'killed'))
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
      const { again, acknowledged } = await crashWhileSaving(join(folder.path, 'careless'), careless)
      expect(missing(acknowledged, await ids(again, 'select id from saved'))).not.toEqual([])
      await again.stop()
    },
    BOUND,
  )
})
