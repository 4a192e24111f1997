import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { Problem } from '#platform/problem.ts'
import type { Bodies, Kind } from './kinds.ts'
import { latestOf, oneAtATime } from './publish-store.ts'
import { getStandard } from './store.ts'

type Asked<K extends Kind> = {
  kind: K
  inForceOn: string
  /** The version that was written anew. */
  from: number
}

/**
 * The version that would come next, what comes before it, from when it would apply, and why it may not begin
 * then. Whoever else publishes in the district waits until this transaction ends, so that the version before
 * stays the one before.
 * @throws Problem changed_meanwhile when the last version is another than the one that was written anew
 */
export async function nextVersion<K extends Kind>(unit: Unit, { kind, inForceOn, from }: Asked<K>) {
  await oneAtATime(unit)
  const calendar = await calendarOf(unit.tx)
  const today = dayOf(calendar, unit.now)
  const latest = await latestOf(unit, kind)
  if (latest.version !== from) throw new Problem('changed_meanwhile')
  const before = (await getStandard(unit.tx, latest.id)).body as Bodies[K]
  const inForceFrom = inForceOn === today ? unit.now : instantAt(calendar, inForceOn, '00:00')
  const because = [
    ...(inForceOn < today ? (['in_the_past'] as const) : []),
    ...(inForceFrom < latest.inForceFrom ? (['before_the_last'] as const) : []),
  ]
  return { today, before, version: latest.version + 1, inForceFrom, because }
}
