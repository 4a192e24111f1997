import { kinds } from '#standards/kinds.ts'
import { shippedModel } from '#standards/sample.ts'
import type { Transaction } from '#platform/database/database.ts'
import { idOf } from './ids.ts'
import { summer } from './places.ts'
import { insertRows, traceSetting } from './rows.ts'

export const shippedFrom = new Date(summer)
export const standardId = (kind: string) => idOf(`standard/${kind}/1`)

/** Publishes what Throughline ships as version 1 of every standard: marked samples, not approved for use. */
export async function seedStandards(tx: Transaction, inForceFrom: Date = shippedFrom): Promise<void> {
  const model = shippedModel(inForceFrom)
  await insertRows(
    tx,
    'standard',
    kinds.map((kind) => ({
      district_id: tx.scope.districtId,
      id: standardId(kind),
      kind,
      version: 1,
      in_force_from: inForceFrom,
      body: model[kind].body,
      sample: model[kind].sample,
      decision: 'Shipped with Throughline',
      published_at: inForceFrom,
    })),
  )
  await traceSetting(tx, { at: inForceFrom, type: 'standard', ids: kinds.map(standardId) })
}
