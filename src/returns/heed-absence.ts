import type { Unit } from '#access/unit.ts'
import { closedBefore } from '#crisis/contract.ts'
import type { AttendanceTaken } from '#warnings/contract.ts'
import { closedUnplanned } from './absence-store.ts'
import { asksForPlan, planReturn } from './open-return.ts'

/** A crisis of a school year ago is looked at no more: a run of days missed begins right after it. */
const lookedBack = 366 * 86_400_000

/**
 * Follows warnings/attendance-taken: whoever misses so many school days right after a crisis as its standard
 * says has a plan to come back, though they stayed at school that day and nobody came [R121].
 */
export async function heedAbsence(unit: Unit, { studentIds }: AttendanceTaken): Promise<void> {
  const since = new Date(unit.now.getTime() - lookedBack)
  for (const incidentId of await closedUnplanned(unit.tx, { students: studentIds, since })) {
    const closed = await closedBefore(unit.tx, incidentId)
    if (closed !== undefined && (await asksForPlan(unit, closed))) await planReturn(unit, closed)
  }
}
