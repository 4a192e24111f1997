import { systemActor } from '#access/actor.ts'
import { writeTraces } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { careKinds } from './minor-rule.ts'
import { insert } from './ship-minor-rules-store.ts'

/** Rows that show what a rule on who may consent looks like. They are samples, and never in force [R151]. */
export async function shipMinorRules(tx: Transaction, state: string, now: Date): Promise<void> {
  const district = tx.scope.districtId
  const ids = careKinds.map((care) => ({ care, id: newId(now.getTime()) }))
  for (const { care, id } of ids) await tx.run(insert, { district, id, state, care, at: now })
  const traces = ids.map(({ care, id }) => ({
    kind: 'change' as const,
    name: 'minor_rule.added',
    subject: { type: 'minor_consent_rule', id },
    detail: { care, sample: true },
  }))
  writeTraces(tx, { actor: systemActor(district), at: now }, traces)
}
