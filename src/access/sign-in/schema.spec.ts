import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { accountOptions } from './accounts.ts'

let database: FreshDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  pool = new pg.Pool({ ...database.login('auth'), options: '-c search_path=auth', max: 2 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

const tables = [
  'login',
  'credential',
  'session',
  'verification',
  'session_place',
  'second_step',
  'passkey',
  'recovery_code',
  'link',
  'notice',
  'spent_challenge',
  'throttle',
]

describe('The tables of signing in', () => {
  test('are the ones better-auth expects: it finds nothing to create, to add or to correct', async () => {
    const plan = await getMigrations(accountOptions({ pool, secret: 'a'.repeat(32) }))
    expect({ ...plan, runMigrations: undefined, compileMigrations: undefined }).toMatchObject({
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
      unsafeChanges: [],
      schemaProblems: [],
    })
  })

  test('and it would have found a column that is missing', async () => {
    const { user, ...rest } = accountOptions({ pool, secret: 'a'.repeat(32) })
    const plan = await getMigrations(
      { ...rest, user: { ...user, additionalFields: { nickname: { type: 'string' } } } },
      { throwOnUnsafe: false },
    )
    expect(plan.toBeAdded.map(({ table }) => table)).toEqual(['login'])
  })

  test.each(tables)('the app role can neither read nor write auth.%s', async (table) => {
    const app = database.db.pool
    await expect(app.query(`select 1 from auth.${table}`)).rejects.toMatchObject({ code: '42501' })
    await expect(app.query(`delete from auth.${table}`)).rejects.toMatchObject({ code: '42501' })
  })

  test('the list above names every table of the schema', async () => {
    const { rows } = await database.admin.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'auth'`,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort())
  })

  test('the sign-in pool reads and writes them and nothing of the people behind', async () => {
    for (const table of tables) await expect(pool.query(`select 1 from auth.${table}`)).resolves.toBeDefined()
    for (const table of ['person', 'student', 'audit_event', 'access_token']) {
      await expect(pool.query(`select 1 from public.${table}`)).rejects.toMatchObject({ code: '42501' })
    }
    await expect(pool.query('create table auth.own (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(pool.query('truncate auth.session')).rejects.toMatchObject({ code: '42501' })
  })
})
