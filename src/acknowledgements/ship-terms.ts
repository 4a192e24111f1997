import { systemActor } from '#access/actor.ts'
import { type Trace, writeTraces } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { sampleTerms } from './shipped-terms.ts'
import { insertTerms } from './store.ts'
import { sampleGuides } from './shipped-guides.ts'
import { readings, validDays } from './terms.ts'

/** Puts our samples in force as the first version for every audience, marked as samples. */
export async function shipTerms(tx: Transaction, now: Date): Promise<void> {
  const traces: Trace[] = []
  for (const audience of readings) {
    const id = newId(now.getTime())
    await insertTerms(tx, {
      id,
      audience,
      version: 1,
      lines: { ...sampleTerms, ...sampleGuides }[audience],
      days: validDays.shipped,
      sample: true,
      from: now,
      by: null,
      at: now,
    })
    const subject = { type: 'privacy_terms', id }
    traces.push({
      kind: 'change',
      name: 'privacy_terms.published',
      subject,
      detail: { audience, version: 1 },
    })
  }
  writeTraces(tx, { actor: systemActor(tx.scope.districtId), at: now }, traces)
}
