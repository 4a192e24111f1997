import type pg from 'pg'
import { type Key, newKeyBytes } from './envelope.ts'
import { newId } from '../ids.ts'
import { type KeyHome, keysOf, newInstallationKey, readKeys, writeKeys } from './installation-keys.ts'
import { isRemoved } from './removed.ts'
import { asKeeper, sealAnew } from './seal-anew.ts'
import { Vault } from './vault.ts'
import { type KeyPlace, unwrap, wrap, type Wrapped } from './wrapping.ts'

/** So many keys are wrapped anew in one transaction. */
const batch = 500
/** After this a retired key may be thrown away: no process keeps it, and no transaction lasts, so long. */
const retiredFor = `interval '1 hour'`

type Say = (line: string) => void

/** The turn that was cut short, or a new one. @param begin done together with noting that it began */
async function begun(client: pg.ClientBase, what: string, begin: () => Promise<unknown>): Promise<string> {
  return asKeeper(client, async () => {
    const open =
      'select id from house.key_turn where what = $1 and ended_at is null order by begun_at limit 1'
    const [found] = (await client.query<{ id: string }>(open, [what])).rows
    if (found !== undefined) return found.id
    const id = newId()
    await begin()
    await client.query('insert into house.key_turn (id, what) values ($1, $2)', [id, what])
    return id
  })
}

const ended = (client: pg.ClientBase, id: string) =>
  asKeeper(client, () => client.query('update house.key_turn set ended_at = now() where id = $1', [id]))

type Lying = Wrapped & { districtId: string }

/** Wraps keys of districts under the newest of the installation. @returns how many lay under another */
async function wrapDistrictKeys(
  client: pg.ClientBase,
  above: Key,
  get: (id: string) => Key,
): Promise<number> {
  return asKeeper(client, async () => {
    const { rows } = await client.query<Lying>(
      `select district_id as "districtId", id, wrapped_under as under, wrapped as bytes from district_key
       where wrapped_under <> $1 order by district_id, id limit ${batch} for update`,
      [above.id],
    )
    for (const row of rows) {
      const place: KeyPlace = { table: 'district_key', districtId: row.districtId }
      const { bytes } = wrap(above, place, unwrap(get(row.under), place, row))
      await client.query(
        'update district_key set wrapped_under = $3, wrapped = $4 where district_id = $1 and id = $2',
        [row.districtId, row.id, above.id, bytes],
      )
    }
    return rows.length
  })
}

/**
 * Gives the installation a new key. From its end on the old one opens nothing. Killed at any moment and
 * called again it ends whole: until every key lies under the new one, the file holds both.
 * @param home where the installation's keys are
 */
export async function turnInstallationKey(client: pg.ClientBase, home: KeyHome): Promise<void> {
  const before = readKeys(home)
  if (before.length === 1) await writeKeys(home, [...before, newInstallationKey()])
  const all = readKeys(home)
  const [above] = all.slice(-1) as [Key]
  const get = (id: string) => all.find((key) => key.id === id) ?? keysOf(home).get(id)
  const wrapAll = async () => {
    while ((await wrapDistrictKeys(client, above, get)) > 0);
  }
  await wrapAll()
  await writeKeys(home, [above])
  // A district that was begun at this very moment may have been wrapped by a process that had not looked yet.
  await wrapAll()
}

const districtsWithKeys = (client: pg.ClientBase) =>
  asKeeper(client, async () => {
    const { rows } = await client.query<{ id: string }>(
      'select distinct district_id as id from district_key order by id',
    )
    return rows.map(({ id }) => id)
  })

type District = { client: pg.ClientBase; home: KeyHome; districtId: string }

async function newDistrictKey({ client, home, districtId }: District): Promise<void> {
  const key = { id: newId(), bytes: newKeyBytes() }
  const { under, bytes } = wrap(keysOf(home).current(), { table: 'district_key', districtId }, key)
  await client.query(
    'update district_key set retired_at = now() where district_id = $1 and retired_at is null',
    [districtId],
  )
  await client.query(
    'insert into district_key (district_id, id, wrapped_under, wrapped) values ($1, $2, $3, $4)',
    [districtId, key.id, under, bytes],
  )
}

/** Wraps data keys of a district under its newest key. @returns how many lay under another */
async function wrapDataKeys({ client, home, districtId }: District): Promise<number> {
  return asKeeper(client, async () => {
    const wrapped = await client.query<Wrapped>(
      `select id, wrapped_under as under, wrapped as bytes from district_key where district_id = $1
       order by retired_at is null, made_at, id`,
      [districtId],
    )
    const { keys, current } = new Vault(keysOf(home)).learnDistrict(districtId, wrapped.rows)
    if (current === undefined) return 0
    const { rows } = await client.query<Wrapped & { owner: string }>(
      `select id, owner_id as owner, district_key_id as under, wrapped as bytes from data_key
       where district_id = $1 and district_key_id <> $2 order by id limit ${batch} for update`,
      [districtId, current.id],
    )
    for (const row of rows) {
      const place: KeyPlace = { table: 'data_key', districtId, owner: row.owner }
      // Of a key that was destroyed there is nothing left to wrap.
      const { bytes } = isRemoved(row.bytes)
        ? row
        : wrap(current, place, unwrap(keys.get(row.under) as Key, place, row))
      await client.query(
        'update data_key set district_key_id = $3, wrapped = $4 where district_id = $1 and id = $2',
        [districtId, row.id, current.id, bytes],
      )
    }
    return rows.length
  })
}

/** Throws away retired keys of districts under which nothing lies any more. */
const dropDistrictKeys = (client: pg.ClientBase) =>
  asKeeper(client, () =>
    client.query(`delete from district_key k where retired_at < now() - ${retiredFor} and not exists (
      select from data_key d where d.district_id = k.district_id and d.district_key_id = k.id)`),
  )

/** Gives every district a new key, and wraps what lay under the old ones. May be killed and called again. */
export async function turnDistrictKeys(client: pg.ClientBase, home: KeyHome): Promise<void> {
  const turn = await begun(client, 'district', async () => {
    const { rows } = await client.query<{ id: string }>('select distinct district_id as id from district_key')
    for (const { id } of rows) await newDistrictKey({ client, home, districtId: id })
  })
  for (const districtId of await districtsWithKeys(client))
    while ((await wrapDataKeys({ client, home, districtId })) > 0);
  await dropDistrictKeys(client)
  await ended(client, turn)
}

/** Seals every text anew under new data keys. May be killed and called again: it goes on where it was. */
export async function turnTexts(
  client: pg.ClientBase,
  home: KeyHome,
  say: Say = () => undefined,
): Promise<void> {
  const turn = await begun(client, 'texts', () =>
    client.query('update data_key set retired_at = now() where retired_at is null'),
  )
  const districts = await districtsWithKeys(client)
  for (const [at, districtId] of districts.entries()) {
    let sealed = 0
    let before = -1
    // What was written meanwhile by a process that still held an old key is found by going over it once more.
    while (before !== sealed) {
      before = sealed
      const vault = new Vault(keysOf(home))
      await sealAnew({ client, vault, districtId }, (count) => (sealed += count))
    }
    say(`Sealed ${sealed} texts anew: district ${at + 1} of ${districts.length}`)
  }
  // What lay under keys retired long ago has just been sealed anew, and nobody writes under them.
  await asKeeper(client, () =>
    client.query(`delete from data_key where retired_at < now() - ${retiredFor} and destroyed_at is null`),
  )
  await ended(client, turn)
}
