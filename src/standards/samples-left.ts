import type { Unit } from '#access/unit.ts'
import { getDistrict, type SampleLeft } from '#district/contract.ts'
import { obstaclesToUsing } from './rules.ts'
import { modelInForce } from './store.ts'

const left = { checklist: 'checklist_sample', crisis: 'crisis_sample' } as const

/**
 * Follows district/going-live: what a school would decide by that is still a sample nobody approved here. In
 * a demonstration, which has no students, samples are what there is.
 */
export async function samplesLeft(unit: Unit): Promise<readonly SampleLeft[]> {
  if ((await getDistrict(unit.tx)).demo) return []
  const model = await modelInForce(unit.tx, unit.now)
  const facts = { live: true, now: unit.now }
  return (['checklist', 'crisis'] as const).flatMap((kind) =>
    obstaclesToUsing(model[kind], facts).includes('sample_not_approved') ? [left[kind]] : [],
  )
}
