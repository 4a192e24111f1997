import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Db } from '#platform/database/database.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { insertRows, traceSetting } from '#tests/riverside/rows.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { families } from '#tests/riverside/families.ts'
import { seedBase } from '#tests/riverside/base.ts'
import { newId } from '../ids.ts'
import { keyFile, keysOf } from './installation-keys.ts'
import { opened } from './opened.ts'
import { sealFirst } from './seal-first.ts'
import { turnDistrictKeys, turnInstallationKey, turnTexts } from './turn-keys.ts'

const scope = { districtId: riversideId, side: 'system' } as const
const said = { [families.sofia.id]: 'Sofia said', [families.mateo.id]: 'Mateo said' }

const like = {
  district_id: riversideId,
  school_id: schools.alderCreek.id,
  source: 'staff',
  urgency: 'this_week',
  state: 'submitted',
  due_standard: {},
  version: 1,
}

let database: FreshDatabase
/** As the superuser, and not as one that opens what it reads. */
let raw: pg.Client
let folder: string
let path: string
beforeAll(async () => {
  database = await freshDatabase()
  raw = new pg.Client(admin())
  await raw.connect()
  folder = await mkdtemp(join(tmpdir(), 'tl-turned-'))
  path = await keyFile(folder, undefined)
  const db = open()
  await db.transaction(scope, seedBase)
  await db.transaction(scope, async (tx) => {
    const now = new Date()
    const rows = Object.entries(said).map(([student_id, observed]) => ({
      ...like,
      id: newId(),
      student_id,
      observed,
      received_at: now,
      due_at: now,
    }))
    await insertRows(tx, 'concern', rows)
    await traceSetting(tx, { at: now, type: 'concern', ids: rows.map(({ id }) => id) })
  })
  await db.close()
})
afterAll(async () => {
  await raw.end()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const admin = (): pg.ClientConfig => {
  const { host, port, user = '', password, database: name = '' } = database.admin
  return { host, port, user, password: String(password), database: name }
}
const open = () => new Db({ ...database.login('app'), max: 1 }, keysOf(path))
const read = sql<{ id: string; observed: string }>`
  select c.student_id as id, ${opened('concern.observed', 'c')} as observed from concern c where c.district_id = ${riversideId}`
async function readAll(): Promise<Record<string, string>> {
  const db = open()
  const rows = await db.transaction(scope, (tx) => tx.all(read)).finally(() => db.close())
  return Object.fromEntries(rows.map(({ id, observed }) => [id, observed]))
}
const count = async (where: string) => (await raw.query(`select from ${where}`)).rowCount
const turnAll = async () => {
  await turnInstallationKey(raw, path)
  await turnDistrictKeys(raw, path)
  await turnTexts(raw, path)
}
/** A retired key is thrown away when no process can hold it any more. */
const hoursLater = () =>
  raw.query(`update district_key set retired_at = retired_at - interval '2 hours';
    update data_key set retired_at = retired_at - interval '2 hours'`)

test('the key file of before opens nothing after a turn, and nothing is served with it', async () => {
  const old = await readFile(path)
  await turnAll()
  expect(await readAll()).toEqual(said)
  const turned = await readFile(path)
  await writeFile(path, old)
  await expect(readAll()).rejects.toThrow('does not hold the key this was sealed with')
  await expect(sealFirst(admin(), { keys: keysOf(path) })).rejects.toThrow('does not hold the key')
  await writeFile(path, turned)
  await expect(sealFirst(admin(), { keys: keysOf(path) })).resolves.toBeUndefined()
})

test('retired keys are thrown away by a later turn, and not before nobody can hold them', async () => {
  await turnAll()
  expect(await count('district_key where retired_at is not null')).toBeGreaterThan(0)
  expect(await count('data_key where retired_at is not null')).toBeGreaterThan(0)
  const { rows } = await raw.query<{ id: string }>('select id from district_key where retired_at is not null')
  await hoursLater()
  await turnAll()
  const old = rows.map(({ id }) => `'${id}'`).join()
  expect(await count(`district_key where id in (${old})`)).toBe(0)
  expect(await count(`data_key where retired_at < now() - interval '1 hour'`)).toBe(0)
  expect(await readAll()).toEqual(said)
})

test('a key that was destroyed stays so through every turn, and what it sealed reads as removed', async () => {
  const mine = `owner_id = '${families.sofia.id}'`
  await raw.query(
    `update data_key set wrapped = '', destroyed_at = now(), retired_at = coalesce(retired_at, now()) where ${mine}`,
  )
  const removed = { ...said, [families.sofia.id]: '(removed)' }
  expect(await readAll()).toEqual(removed)
  await turnAll()
  await hoursLater()
  await turnAll()
  expect(await readAll()).toEqual(removed)
  // A key that is gone without a word is an error and never taken for a removal.
  await raw.query(`delete from data_key where ${mine}`)
  await expect(readAll()).rejects.toThrow('A text was sealed under a key that is not here')
})
