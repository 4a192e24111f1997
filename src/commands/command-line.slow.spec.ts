import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { haveAssets } from '#tests/journeys/support/assets-setup.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { program } from '#tests/support/program.ts'

const long = 240_000
const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let database: FreshDatabase
let url: string
const started = new Set<ReturnType<typeof start>>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-commands-'))
  database = await freshDatabase()
  await haveAssets()
  const { host, port, superuserPassword } = inject('server')
  const { rows } = await database.admin.query<{ name: string }>('select current_database() as name')
  const place = `localhost:${port}/${rows[0]?.name}?host=${encodeURIComponent(host)}`
  url = `postgres://postgres:${encodeURIComponent(superuserPassword)}@${place}`
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await database.close()
  await rm(folder, { recursive: true })
})

function start(args: string[], settings: Record<string, string> = {}) {
  const { secret } = inject('server')
  const own = {
    DATABASE_URL: url,
    THROUGHLINE_DATA: folder,
    THROUGHLINE_SECRET: secret,
    THROUGHLINE_CARELESS: 'on',
  }
  const child = spawn(process.execPath, [...program(), ...args], {
    cwd: root,
    env: { ...process.env, ...own, PORT: '0', HOST: '127.0.0.1', ...settings },
  })
  started.add(child)
  child.once('close', () => started.delete(child))
  return child
}

async function run(args: string[], settings?: Record<string, string>) {
  const child = start(args, settings)
  const [out, problems, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { out, problems, code }
}

/** The first thing a serving process says once it is ready. */
async function ready(child: ReturnType<typeof start>, said: RegExp): Promise<string> {
  let heard = ''
  for await (const chunk of child.stdout) {
    heard += String(chunk)
    const found = said.exec(heard)
    if (found !== null) return found[1] ?? found[0]
  }
  throw new Error(`It ended and had said: ${heard}`)
}

async function stopped(child: ReturnType<typeof start>) {
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  return closed
}

const sealsOf = async () => {
  const { rows } = await database.admin.query<{ seals: number }>(
    'select count(*)::int as seals from audit_seal',
  )
  return rows[0]?.seals ?? 0
}

const gatesWaitedFor = async () => {
  const { rows } = await database.admin.query(
    `select from graphile_worker.jobs where task_identifier = 'partnership/watch-gate'`,
  )
  return rows.length
}

describe('A command', () => {
  test(
    'serves nothing from a database that could lose what was saved, and names what is off',
    async () => {
      const { problems, code } = await run(['serve'], { THROUGHLINE_CARELESS: 'off' })
      expect(problems).toMatch(/^throughline: This database could lose what was saved: fsync is off, .+\n$/)
      expect(code).toBe(1)
    },
    long,
  )

  test(
    'serving at a port that is taken says so, and ends',
    async () => {
      const other = createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      const { port } = other.address() as AddressInfo
      expect(await run(['serve'], { PORT: String(port) })).toMatchObject({
        problems: `throughline: Port ${port} is taken. Set PORT to another one\n`,
        code: 1,
      })
      other.close()
    },
    long,
  )
})

describe('Two processes on one database', () => {
  const asked = async (address: string, token: string) =>
    fetch(`${address}/today`, { headers: { accept: 'application/json', authorization: `Bearer ${token}` } })

  /** What a new person does before they open anything, as nobody else can do it for them. */
  const acknowledged = () =>
    database.admin.query(`begin; set local session_replication_role = replica;
      insert into acknowledgement (district_id, id, person_id, terms_id, acknowledged_at, ends_on)
        select t.district_id, gen_random_uuid(), p.id, t.id, now(), current_date + 300
        from person p join privacy_terms t on t.district_id = p.district_id and t.audience = 'school'
        where p.name = 'New Person'; commit`)
  const trained = () =>
    database.admin.query(`begin; set local session_replication_role = replica;
      insert into training_completion (district_id, id, person_id, topic, requirement_id, trained_on, valid_until,
          recorded_by, recorded_at)
        select r.district_id, gen_random_uuid(), p.id, r.topic, r.id, current_date - 1, current_date + 300, r.published_by, now()
        from person p join training_requirement r on r.district_id = p.district_id where p.name = 'New Person'; commit`)

  test(
    'one answers and one works, and each stops when it is asked to',
    async () => {
      expect(await run(['seed'])).toMatchObject({ problems: '', code: 0 })
      expect(await gatesWaitedFor(), 'seeded agreements end on a day').toBeGreaterThan(0)
      await database.admin.query('delete from graphile_worker._private_jobs')
      const web = start(['serve', '--web'])
      const address = await ready(web, /answers at (http:\S+)/)
      expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n')

      const person = ['new@riverside.example', '--name', 'New Person', '--schools', 'all', '--role']
      const add = (role: string) => run(['user', 'add', ...person, role])
      const link = String.raw`Their invitation, to be used once within 30 minutes:\nhttp\S+/invitation/\S+\n$`
      expect((await add('navigator')).out).toMatch(new RegExp(`^Added new@\\S+ as navigator\\. ${link}`))
      const again = await add('navigator')
      expect(again.code).toBe(0)
      expect(again.out).toMatch(
        new RegExp(`^new@\\S+ is already there as navigator\\. Nothing was added\\. ${link}`),
      )
      const { out: token, code } = await run(['token', 'create', 'new@riverside.example'])
      expect(code).toBe(0)
      // A machine opens nothing before whoever it acts for acknowledged what they keep to.
      expect((await asked(address, token.trim())).status).toBe(403)
      await acknowledged()
      // Nor before they were trained for what the district requires that for.
      expect((await asked(address, token.trim())).status).toBe(403)
      await trained()
      expect((await asked(address, token.trim())).status).toBe(200)
      expect((await run(['token', 'revoke', token.trim()])).out).toContain('The token is revoked')
      expect((await asked(address, token.trim())).status).toBe(401)

      expect(await sealsOf(), 'answering seals nothing').toBe(0)
      const worker = start(['serve', '--worker'])
      await ready(worker, /does its own work/)
      while ((await sealsOf()) === 0 || (await gatesWaitedFor()) === 0) await pause(200)
      expect(await stopped(worker)).toEqual([0, null])
      expect(await stopped(web)).toEqual([0, null])
    },
    long,
  )

  test(
    'verify finds the trail as it was sealed, and says where it was changed',
    async () => {
      expect(await run(['verify'])).toMatchObject({
        out: expect.stringMatching(/^[1-9]\d* seals checked/) as string,
        code: 0,
      })
      await database.admin.query(
        `update audit_event set name = 'x.y' where id = (select min(id::text)::uuid from audit_event)`,
      )
      const { out, problems, code } = await run(['verify', 'audit'])
      expect(out).toContain('rows changed')
      expect(problems).toMatch(/^throughline: 1 of \d+ seals do not match\n$/)
      expect(code).toBe(1)
    },
    long,
  )
})
