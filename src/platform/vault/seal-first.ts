import pg from 'pg'
import { newId } from '../ids.ts'
import type { InstallationKeys } from './installation-keys.ts'
import { asKeeper, districtsOf, sealAnew } from './seal-anew.ts'
import { Vault } from './vault.ts'

/** @throws one sentence when the key file is not the one this database was sealed with */
async function refuseOtherKeys(client: pg.ClientBase, keys: InstallationKeys): Promise<void> {
  const { rows } = await asKeeper(client, () =>
    client.query<{ id: string }>('select distinct wrapped_under as id from district_key'),
  )
  for (const { id } of rows) keys.get(id)
}

/**
 * Sealings that are done once for a database: of what an earlier version left plain, and of what it left
 * under the key of the district where the caregiver has one of their own now.
 */
const once = ['first', 'owners'] as const

/** Those of them that are owed. */
async function owed(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await asKeeper(client, () =>
    client.query<{ what: string }>('select distinct what from house.key_turn where what = any ($1)', [once]),
  )
  return once.filter((what) => !rows.some((row) => row.what === what))
}

/**
 * Seals what an earlier version left plain, or under another's key. A migration cannot do it: SQL has no key.
 * Runs before anything is served, so that nothing plain is ever taken for opened; cut short, it goes on where
 * it was.
 * @param again whether rows came past the application since, as when a district is generated
 * @throws one sentence when the keys are not those of this database
 */
export async function sealFirst(
  admin: pg.ClientConfig,
  {
    keys,
    again = false,
    log = () => undefined,
  }: { keys: InstallationKeys; again?: boolean; log?: (line: string) => void },
): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('throughline keys'))`)
    await refuseOtherKeys(client, keys)
    const turns = await owed(client)
    if (!again && turns.length === 0) return
    let sealed = 0
    for (const districtId of await districtsOf(client))
      await sealAnew({ client, vault: new Vault(keys), districtId }, (count) => (sealed += count))
    if (sealed > 0) log(`Sealed ${sealed} texts as this version keeps them`)
    for (const what of turns)
      await asKeeper(client, () =>
        client.query('insert into house.key_turn (id, what, ended_at) values ($1, $2, now())', [
          newId(),
          what,
        ]),
      )
  } finally {
    await client.end()
  }
}
