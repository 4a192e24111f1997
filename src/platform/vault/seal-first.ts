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

const isDone = async (client: pg.ClientBase): Promise<boolean> => {
  const { rowCount } = await asKeeper(client, () =>
    client.query(`select 1 from house.key_turn where what = 'first' limit 1`),
  )
  return rowCount !== 0
}

/**
 * Seals what an earlier version left plain. A migration cannot do it: SQL has no key. Runs before anything is
 * served, so that nothing plain is ever taken for opened; cut short, it goes on where it was.
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
    if (!again && (await isDone(client))) return
    let sealed = 0
    for (const districtId of await districtsOf(client))
      await sealAnew({ client, vault: new Vault(keys), districtId }, (count) => (sealed += count))
    if (sealed > 0) log(`Sealed ${sealed} texts that an earlier version had left readable`)
    await asKeeper(client, () =>
      client.query(`insert into house.key_turn (id, what, ended_at) values ($1, 'first', now())`, [newId()]),
    )
  } finally {
    await client.end()
  }
}
