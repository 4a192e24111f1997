import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { plainColumns } from '#database/plain.ts'
import { sealedTables } from '#database/sealed.ts'
import { house } from '../../src/compose.ts'
import { tuesday } from '../support/world.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { adminConfig } from '../support/server.ts'
import { foundIn } from '../support/whole-database.ts'
import { families } from '../riverside/families.ts'
import { seedRiverside } from '../riverside/stories/tell.ts'

/** Everything people typed in the stories of Riverside that is more than a word. */
const typed = new Set<string>()

/** Whether a text is words of somebody, a number to call or an address: not an id, a code or a day. */
const isWords = (text: string) => /\p{L}.* .*\p{L}|@|^[\d() +-]*\d{3}-\d{4}$/su.test(text)

function collect(given: unknown): void {
  if (typeof given === 'string' && isWords(given)) typed.add(given.trim())
  if (typeof given === 'object' && given !== null) Object.values(given).forEach(collect)
}

/** Notes what the acts of the house are given. */
function listen(): void {
  for (const { act } of house.resources) {
    const perform = act.perform.bind(act)
    vi.spyOn(act, 'perform').mockImplementation((doer, given, asking) => {
      collect(given)
      return perform(doer, given, asking)
    })
  }
}

let database: FreshDatabase
let raw: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  raw = new pg.Client(adminConfig(inject('server'), database.admin.database ?? ''))
  await raw.connect()
  listen()
  await seedRiverside(database.db, { now: new Date(tuesday) })
}, 240_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await raw.end()
  await database.close()
})

const found = (texts: readonly string[]) => foundIn(raw, texts)

/** Columns that hold names, and what is public or said of no student. */
const open = Object.entries(plainColumns).flatMap(
  ([table, { name = '', place = '', written = '', staff = '' }]) =>
    `${name} ${place} ${written} ${staff}`.split(/\s+/).map((column) => `public.${table}.${column}: `),
)
const isOpen = (place: string) => open.some((column) => place.startsWith(column)) || place.startsWith('auth.')

/** That what stands in a column is not sealed: text tells by how it begins, bytes by the first of them. */
const unsealed = (column: string, kind: 'text' | 'json' | 'bytes') => {
  if (kind === 'bytes') return `get_byte(${column}, 0) <> 1`
  return `${kind === 'json' ? `${column} #>> '{}'` : `${column}::text`} !~ '^s1\\.'`
}

describe('A stolen copy of the database', () => {
  test('says nothing that anybody typed about a student', { timeout: 120_000 }, async () => {
    const numbers = Object.values(families).flatMap(({ caregivers }) => caregivers.map(({ phone }) => phone))
    numbers.forEach(collect)
    expect(typed.size).toBeGreaterThan(90)
    expect((await found([...typed])).filter((place) => !isOpen(place))).toEqual([])
  })

  test('holds nothing but sealed texts where texts are sealed [R142]', async () => {
    const held = new Map<string, number>()
    for (const [table, { columns }] of Object.entries(sealedTables))
      for (const [column, kind] of Object.entries(columns)) {
        const asked = `select count(*)::int as rows, count(*) filter (where ${unsealed(column, kind)})::int as plain
          from ${table} where ${column} is not null`
        const [counted] = (await raw.query<{ rows: number; plain: number }>(asked)).rows
        expect(counted?.plain, `${table}.${column}`).toBe(0)
        held.set(`${table}.${column}`, counted?.rows ?? 0)
      }
    expect([...held].filter(([, rows]) => rows > 0).length).toBeGreaterThan(20)
    expect(held.get('consent_document.bytes')).toBeGreaterThan(0)
  })

  test('would say it, if one column were not sealed', { timeout: 60_000 }, async () => {
    await raw.query('set session_replication_role = replica')
    await raw.query(
      `update concern set setting = 'At lunch, every day' where id = (select min(id::text)::uuid from concern)`,
    )
    expect((await found(['At lunch, every day'])).filter((place) => !isOpen(place))).toEqual([
      'public.concern.setting: At lunch, every day',
    ])
  })
})
