import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { house } from '../../src/compose.ts'
import { productFiles } from '../../tools/draw/modules.ts'
import { read } from '../../tools/source.ts'
import type { CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'
import { filledIn } from '../support/whole-house.ts'
import { neverAsked, spaced } from './never-asked.ts'
import { fieldsOf } from './own-ids.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const columns = `
  select c.relname || '.' || a.attname as name, col_description(c.oid, a.attnum) as says
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'house', 'auth', 'insights'))
    and c.relkind in ('r', 'p', 'v', 'm')`

/** A comment may say that something is never kept. */
const said = (text: string | null) =>
  text !== null && /\bnever|\bnot\b|\bno\b/i.test(text) ? '' : (text ?? '')

describe('Immigration, citizenship, birthplace and social security number', () => {
  let database: FreshDatabase
  let world: World
  let pages: Awaited<ReturnType<typeof pagesOf>>
  beforeAll(async () => {
    database = await freshDatabase(1)
    world = await riverside()
    pages = await pagesOf(world)
  })
  afterAll(async () => {
    await pages.close()
    await world.close()
    await database.close()
  })

  const found = async () => {
    const { rows } = await database.admin.query<{ name: string; says: string | null }>(columns)
    expect(rows.length).toBeGreaterThan(400)
    return rows
      .filter(({ name, says }) => neverAsked.test(spaced(name)) || neverAsked.test(said(says)))
      .map(({ name }) => name)
  }

  test('have no column in any table', async () => {
    expect(await found()).toEqual([])
  })

  test('would be found in a new column, by its name and by what it says', async () => {
    await database.admin.query(`
      begin;
      alter table student add birth_place text;
      alter table caregiver add note_2 text;
      comment on column caregiver.note_2 is 'Immigration status of the caregiver.'`)
    const names = await found()
    await database.admin.query('rollback')
    expect(names.sort()).toEqual(['caregiver.note_2', 'student.birth_place'])
  })

  test('are taken by no act', () => {
    const fields = house.resources.flatMap(({ act }) =>
      fieldsOf(act.given).map(([name]) => `${act.name} ${spaced(name)}`),
    )
    expect(fields.length).toBeGreaterThan(300)
    expect(fields.filter((one) => neverAsked.test(one))).toEqual([])
  })

  test('are asked on no page, in no language, and stand in no word of a catalogue', async () => {
    const files = productFiles(/catalog\(/)
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => neverAsked.test(read(file)))).toEqual([])
    const people: CastKey[] = ['yolanda', 'maya', 'noor']
    const asking: string[] = []
    for (const { address } of house.screens)
      for (const as of people) {
        const { html } = await pages.get(
          as,
          filledIn(address, () => families.eli.id),
        )
        if (neverAsked.test(html)) asking.push(`${address} to ${as}: ${neverAsked.exec(html)?.[0]}`)
      }
    expect(asking).toEqual([])
  })

  test.each([
    'countryOfBirth',
    'ssn',
    'student.citizenship_status',
    'País de origen',
    'Place of birth',
    'social_security_number',
  ])('would be known by another name: %s', (name) => {
    expect(spaced(name)).toMatch(neverAsked)
  })

  test('are not confused with a birthday', () => {
    for (const name of ['bornOn', 'student.born_on', 'advisable', 'Born on', 'assn'])
      expect(spaced(name)).not.toMatch(neverAsked)
  })
})
