import { systemActor } from '#access/actor.ts'
import { type Trace, writeTraces } from '#access/trail.ts'
import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { type NewDistrict, insert, hours } from './begin-district-store.ts'

/** Hours a new district begins with, until it sets its own: without an open day no clock would ever run. */
export const firstHours = { weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' } as const

/**
 * Writes a district that is nobody's demo, with hours for its clocks. Terms, schools and people come later,
 * so nobody is asked for permission: there is nobody yet.
 */
export async function beginDistrict(tx: Transaction, given: NewDistrict, now: Date): Promise<void> {
  const district = tx.scope.districtId
  const { weekdays, opens, closes } = firstHours
  const days = weekdays.map((weekday) => ({ weekday, id: newId(now.getTime()) }))
  await tx.run(insert, { ...given, district, at: now })
  for (const { weekday, id } of days) await tx.run(hours, { district, weekday, id, opens, closes })
  const traces: Trace[] = [
    { kind: 'change', name: 'district.begun', subject: { type: 'district', id: district } },
    ...days.map(
      ({ weekday, id }): Trace => ({
        kind: 'change',
        name: 'hours.changed',
        subject: { type: 'working_hours', id },
        detail: { weekday, change: 'set' },
      }),
    ),
  ]
  writeTraces(tx, { actor: systemActor(district), at: now }, traces)
}
