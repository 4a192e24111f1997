import type pg from 'pg'
import { findDistrictKeys } from '../vault/key-store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Wrapped } from '../vault/wrapping.ts'
import { opening } from './scope.ts'

/**
 * Has a district's keys at hand before its transaction opens, so that sealing never waits. Asks once for each
 * district and life of a key.
 */
export async function loadDistrictKeys(
  client: pg.PoolClient,
  vault: Vault,
  districtId: string,
): Promise<void> {
  if (vault.districtKeys(districtId) !== undefined) return
  const opened = client.query(opening({ districtId, side: 'system' }))
  const found = client.query<Wrapped>(findDistrictKeys(districtId))
  const ended = client.query('rollback')
  const [, { rows }] = await Promise.all([opened, found, ended])
  vault.learnDistrict(districtId, rows)
}
