import { systemActor } from '#access/actor.ts'
import { type Trace, writeTraces } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { kinds } from './kinds.ts'
import { shippedModel } from './sample.ts'
import { insert } from './ship-model-store.ts'

/** Puts what ships in force as the first version of every standard: samples stay marked as samples. */
export async function shipModel(tx: Transaction, now: Date): Promise<void> {
  const district = tx.scope.districtId
  const model = shippedModel(now)
  const traces: Trace[] = []
  for (const kind of kinds) {
    const id = newId(now.getTime())
    const { body, sample } = model[kind]
    await tx.run(insert, { district, id, kind, body: JSON.stringify(body), sample, at: now })
    const subject = { type: 'standard', id }
    traces.push({ kind: 'change', name: 'standard.published', subject, detail: { kind, version: 1 } })
  }
  writeTraces(tx, { actor: systemActor(district), at: now }, traces)
}
