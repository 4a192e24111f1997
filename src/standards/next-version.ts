import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import type { Kind } from './kinds.ts'
import { latestOf } from './publish-store.ts'

/** The version that would come next, from when it would apply, and why it may not begin then. */
export async function nextVersion(unit: Unit, kind: Kind, inForceOn: string) {
  const calendar = await calendarOf(unit.tx)
  const today = dayOf(calendar, unit.now)
  const latest = await latestOf(unit, kind)
  const inForceFrom = inForceOn === today ? unit.now : instantAt(calendar, inForceOn, '00:00')
  const because = [
    ...(inForceOn < today ? (['in_the_past'] as const) : []),
    ...(inForceFrom < latest.inForceFrom ? (['before_the_last'] as const) : []),
  ]
  return { today, latest, version: latest.version + 1, inForceFrom, because }
}
