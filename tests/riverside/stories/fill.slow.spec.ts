import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { adminConfig } from '#tests/support/server.ts'
import { tuesday } from '#tests/support/world.ts'
import { riversideId } from '../places.ts'
import { type Extent, extentOfRiverside, fillRiverside } from './fill.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const count = async (table: string) => {
  const { rows } = await database.admin.query<{ of: number }>(`select count(*)::int as of from ${table}`)
  return rows[0]?.of
}

async function fill(cutAfter = Number.POSITIVE_INFINITY) {
  const admin = adminConfig(inject('server'), database.admin.database ?? '')
  const found: Extent[] = []
  const onFound = (extent: Extent) => void found.push(extent)
  const onProgress = (told: number) => {
    if (told >= cutAfter) throw new Error('cut short')
  }
  const now = new Date(tuesday)
  await fillRiverside({ admin, db: database.db, now, onFound, onProgress })
  return found
}

test('a seeding cut short is known to be half, and the next one tells everything from the beginning', async () => {
  expect(await extentOfRiverside(database.db)).toBe('absent')
  await expect(fill(8)).rejects.toThrow('cut short')
  expect(await extentOfRiverside(database.db)).toBe('half')
  const left = await count('concern')
  const traces = Number(await count('audit_event'))
  expect(left).toBeGreaterThan(0)

  expect(await fill()).toEqual(['half'])
  expect(await extentOfRiverside(database.db)).toBe('whole')
  expect(await count('district')).toBe(1)
  expect(await count('concern')).toBeGreaterThan(Number(left))
  expect(Number(await count('audit_event')), 'the trail keeps what was done before').toBeGreaterThan(traces)
  expect(await count(`audit_event where name = 'district.begun_anew'`)).toBe(1)
  const lost = `referral r where not exists (select from concern c where c.district_id = r.district_id and c.student_id = r.student_id)`
  expect(await count(lost)).toBe(0)
}, 120_000)

test('a whole district is left as it is', async () => {
  const traces = await count('audit_event')
  expect(await fill()).toEqual(['whole'])
  expect(await count('audit_event')).toBe(traces)
  expect(await count(`district where district_id = '${riversideId}' and filled_at is not null`)).toBe(1)
})
