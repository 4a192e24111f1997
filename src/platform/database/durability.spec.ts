import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { careless, refuseCareless } from './durability.ts'

const sound = [
  { name: 'fsync', setting: 'on' },
  { name: 'full_page_writes', setting: 'on' },
  { name: 'synchronous_commit', setting: 'on' },
  { name: 'data_checksums', setting: 'on' },
  { name: 'server_version_num', setting: '150020' },
]
const but = (name: string, setting: string) => [
  ...sound.filter((one) => one.name !== name),
  { name, setting },
]

describe('A database', () => {
  test('that keeps what was saved is served from, and elsewhere without checksums too', () => {
    expect(careless(sound, { ours: true })).toEqual([])
    expect(careless(but('data_checksums', 'off'), { ours: false })).toEqual([])
    expect(careless(but('synchronous_commit', 'remote_apply'), { ours: true })).toEqual([])
  })

  test.each([
    ['fsync', 'off', 'fsync is off'],
    ['full_page_writes', 'off', 'full_page_writes is off'],
    ['synchronous_commit', 'off', 'synchronous_commit is off'],
    ['data_checksums', 'off', 'data_checksums is off'],
    ['server_version_num', '140012', 'it is older than PostgreSQL 15'],
  ])('of our own with %s %s is not', (name, setting, says) => {
    expect(careless(but(name, setting), { ours: true })).toEqual([says])
  })

  test('that does not say is not', () => {
    expect(careless([], { ours: true })).toHaveLength(5)
  })
})

describe('A server that is careless, as the one of these specs is', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase(1)
  })
  afterAll(() => database.close())

  test('is refused, and each promise it does not keep is named', async () => {
    const { host, port, user, password, database: name } = database.admin
    const admin = { host, port, user, password: password as string, database: name as string }
    await expect(refuseCareless(admin as never, { ours: true })).rejects.toThrow(
      'could lose what was saved: fsync is off, full_page_writes is off, synchronous_commit is off. Nothing',
    )
  })
})
