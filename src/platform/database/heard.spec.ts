import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { riverside, type World } from '#tests/support/riverside.ts'
import { until } from '#tests/support/until.ts'
import { Heard } from './heard.ts'
import { statement } from './query.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const say = statement(($: { id: string }) => sql`select pg_notify('spoken', ${$.id})`)
const scope = () => ({ districtId: world.districtId, side: 'system' as const })
const speak = (id: string, then: () => void = () => undefined) =>
  world.db.transaction(scope(), (tx) => {
    tx.write(say, { id })
    then()
  })
const heard = () => world.db.heard('spoken')

const listening = async () => {
  const { rows } = await world.admin.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'throughline listens' and datname = current_database()
      and query like 'listen%'`,
  )
  return rows.map(({ pid }) => pid)
}

test('what was committed is heard by whoever listens to its id; what was undone, by nobody', async () => {
  const times = { one: 0, other: 0 }
  const ends = [heard().on('one', () => (times.one += 1)), heard().on('other', () => (times.other += 1))]
  await until(() => heard().isListening)
  expect(await listening()).toHaveLength(1)
  // Everybody heard once that it begins; from here on only what is said counts.
  times.one = times.other = 0
  await expect(
    speak('one', () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await speak('one')
  await until(() => times.one === 1)
  ends[0]?.()
  await speak('one')
  await speak('other')
  await until(() => times.other === 1)
  expect(times).toEqual({ one: 1, other: 1 })
  for (const end of ends) end()
})

test('a hundred who listen share one connection, which goes after the last', async () => {
  const ends = Array.from({ length: 100 }, (_, at) => heard().on(`id ${at}`, () => undefined))
  await until(async () => (await listening()).length === 1)
  for (const end of ends) end()
  await until(async () => (await listening()).length === 0)
  expect(heard().isListening).toBe(false)
})

test('who ended twice ended once: whoever came to the same id since still hears', async () => {
  let times = 0
  const end = heard().on('one', () => undefined)
  end()
  const last = heard().on('one', () => (times += 1))
  end()
  await until(() => times === 1)
  await speak('one')
  await until(() => times === 2)
  expect(heard().count).toBe(1)
  last()
  expect(heard().count).toBe(0)
})

test('a line on which nothing answers while it opens is given up, and another is tried', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  let tries = 0
  silent.on('connection', () => (tries += 1))
  const { port } = silent.address() as AddressInfo
  const waiting = new Heard({ host: '127.0.0.1', port }, 'spoken', { every: 50, within: 200 })
  waiting.on('one', () => undefined)
  await until(() => tries === 2)
  expect(waiting.isListening).toBe(false)
  await waiting.close()
  silent.close()
})

test('a connection that breaks is opened again, and everybody hears that something may have happened', async () => {
  let times = 0
  const end = heard().on('one', () => (times += 1))
  // Before it listened something may have happened.
  await until(() => times === 1)
  const [pid] = await listening()
  await world.admin.query('select pg_terminate_backend($1)', [pid])
  await until(() => times === 2)
  expect(await listening()).not.toContain(pid)
  await speak('one')
  await until(() => times === 3)
  end()
})

/** A line to the database that can go dead: open as before, and nothing comes through. */
async function line() {
  const { host, port, user, password, database } = world.db.pool.options
  const lines: Socket[][] = []
  const server = createServer((near) => {
    const far = host?.startsWith('/')
      ? connect(`${host}/.s.PGSQL.${port}`)
      : connect({ host: host ?? 'localhost', port: port ?? 5432 })
    for (const end of [near, far]) end.on('error', () => undefined)
    near.pipe(far).pipe(near)
    lines.push([near, far])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
  return {
    config: { ...through, ...(user && { user }), ...(database && { database }), password: password ?? '' },
    count: () => lines.length,
    goesDead() {
      for (const [near, far] of lines) {
        near?.unpipe()
        far?.unpipe()
      }
    },
    close() {
      for (const end of lines.flat()) end.destroy()
      server.close()
    },
  }
}

test('a connection that went dead without a word is noticed and opened again; one that answers is kept', async () => {
  const through = await line()
  const dead = new Heard(through.config, 'spoken', { every: 50, within: 300 })
  let times = 0
  dead.on('one', () => (times += 1))
  await until(() => times === 1)
  await pause(500)
  expect([times, through.count()]).toEqual([1, 1])
  through.goesDead()
  await until(() => times === 2)
  expect(through.count()).toBe(2)
  await speak('one')
  await until(() => times === 3)
  await dead.close()
  through.close()
})
