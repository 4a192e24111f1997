import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Migration, migrate, readMigrations } from '#platform/database/migrate.ts'
import { rolePasswords } from '#platform/database/roles.ts'
import { adminConfig, asAdmin } from '#tests/support/server.ts'

const server = inject('server')
const passwords = rolePasswords(server.secret)
const name = 'spec_migrations'
const admin = adminConfig(server, name)

beforeAll(() => asAdmin(server, 'postgres', (client) => client.query(`create database ${name}`)))
afterAll(() => asAdmin(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`)))

const tables = () =>
  asAdmin(server, name, async (client) => {
    const { rows } = await client.query(
      `select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    return rows.length
  })

describe('Migrations', () => {
  test('an empty database gets every migration, in order, and a second run finds nothing to do', async () => {
    const known = await readMigrations()
    expect(known.length).toBeGreaterThan(7)

    expect(await migrate(admin, { passwords })).toEqual(known.map((migration) => migration.name))
    const before = await tables()
    expect(before).toBeGreaterThan(40)

    expect(await migrate(admin, { passwords })).toEqual([])
    expect(await tables()).toBe(before)
  })

  test('numbers are used once, and names say what the migration brings', async () => {
    const names = (await readMigrations()).map((migration) => migration.name)
    expect(names.filter((one) => !/^\d{4}_[a-z_]+\.sql$/.test(one))).toEqual([])
    expect(new Set(names.map((one) => one.slice(0, 4))).size).toBe(names.length)
  })

  test('two processes that start at once do not migrate twice', async () => {
    const [first, second] = await Promise.all([migrate(admin, { passwords }), migrate(admin, { passwords })])
    expect([first, second]).toEqual([[], []])
  })

  test('a migration that was edited or removed after it had been applied is refused', async () => {
    const known = await readMigrations()
    const last = known.at(-1) as Migration
    const edited = [...known.slice(0, -1), { ...last, checksum: 'another' }]
    await expect(migrate(admin, { passwords, known: edited })).rejects.toThrow(`${last.name} was edited`)
    await expect(migrate(admin, { passwords, known: known.slice(0, -1) })).rejects.toThrow(
      `has had ${last.name}`,
    )
  })

  test('a migration that fails leaves nothing of itself, and says its name', async () => {
    const before = await tables()
    const broken = {
      name: '9999_broken.sql',
      sql: 'create table planted (id int); select nothing_here',
      checksum: 'x',
    }
    const known = [...(await readMigrations()), broken]
    await expect(migrate(admin, { passwords, known })).rejects.toThrow('Migration 9999_broken.sql failed')
    expect(await tables()).toBe(before)
  })
})
