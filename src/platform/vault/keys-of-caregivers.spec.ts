import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { traceSetting } from '#tests/riverside/rows.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { seedBase } from '#tests/riverside/base.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { keysForSpecs } from '#tests/support/keys.ts'
import { newId } from '../ids.ts'
import { Db } from '#platform/database/database.ts'
import { keyIdOf, sealedBytes } from './envelope.ts'
import { opened } from './opened.ts'
import { sealFirst } from './seal-first.ts'

const scope = { districtId: riversideId, side: 'system' } as const
/** More than are sealed anew in one transaction. */
const many = 700

let database: FreshDatabase
let raw: pg.Client
const admin = (): pg.ClientConfig => {
  const { host, port, user = '', password, database: name = '' } = database.admin
  return { host, port, user, password: String(password), database: name }
}
const seal = () => sealFirst(admin(), { keys: keysForSpecs })

type Row = { id: string; phone: string }
const read = sql<Row>`select c.id, ${opened('caregiver.phone', 'c')} as phone from caregiver c
  where c.district_id = ${riversideId} and c.name = 'One of many' order by c.id`
const phones = () => database.db.transaction(scope, (tx) => tx.all(read))
/** Whose key each of them lies under. */
async function owners(): Promise<Map<string, string>> {
  const { rows } = await raw.query<Row>(`select id, phone from caregiver where name = 'One of many'`)
  const keys = await raw.query<{ id: string; owner: string }>('select id, owner_id as owner from data_key')
  const of = new Map(keys.rows.map(({ id, owner }) => [id, owner]))
  return new Map(rows.map(({ id, phone }) => [id, of.get(keyIdOf(sealedBytes(phone))) ?? '']))
}

/** Caregivers as an earlier version left them: under the key of the district. */
beforeAll(async () => {
  database = await freshDatabase()
  raw = new pg.Client(admin())
  await raw.connect()
  await database.db.transaction(scope, seedBase)
  await database.db.transaction(scope, async (tx) => {
    const rows = Array.from({ length: many }, (_, at) => {
      const id = newId()
      const reach = tx.sealed('caregiver', { row: id, of: null }, { phone: `555-${at}` })
      return { id, ...reach }
    })
    await tx.run(sql`insert into caregiver (district_id, id, name, phone)
      select ${riversideId}::uuid, r.id, 'One of many', r.phone
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, phone text)`)
    await traceSetting(tx, { at: new Date(), type: 'caregiver', ids: rows.map(({ id }) => id) })
  })
  await raw.query(`delete from house.key_turn where what = 'owners'`)
})
afterAll(async () => {
  await raw.end()
  await database.close()
})

test('What lay under the key of the district gets keys of its own, also when it was cut short', async () => {
  const before = await phones()
  expect([...new Set((await owners()).values())]).toEqual([riversideId])
  const last = before
    .map(({ id }) => id)
    .sort()
    .at(-1)
  await raw.query(`create function cut_short() returns trigger language plpgsql as $$ begin raise 'cut short'; end $$;
    create trigger cut_short before update on caregiver for each row when (old.id = '${last}') execute function cut_short()`)
  await expect(seal()).rejects.toThrow('cut short')
  const halfway = await owners()
  const done = [...halfway].filter(([id, owner]) => owner === id).length
  expect([done > 0, done < many]).toEqual([true, true])
  // Whatever lies under which key: it is read the whole time.
  expect(await phones()).toEqual(before)
  await raw.query('drop trigger cut_short on caregiver; drop function cut_short()')
  await seal()
  expect([...(await owners())].filter(([id, owner]) => owner !== id)).toEqual([])
  expect(await phones()).toEqual(before)
})

test('Two caregivers are not under one key: what destroys one leaves the other', async () => {
  const [one, other] = (await phones()) as [Row, Row]
  await raw.query(
    `update data_key set wrapped = '', destroyed_at = now(), retired_at = now() where owner_id = $1`,
    [one.id],
  )
  const fresh = new Db({ ...database.login('app'), max: 1 }, keysForSpecs)
  const left = await fresh.transaction(scope, (tx) => tx.all(read)).finally(() => fresh.close())
  const phoneOf = (id: string) => left.find((row) => row.id === id)?.phone
  expect([phoneOf(one.id), phoneOf(other.id)]).toEqual(['(removed)', other.phone])
})
