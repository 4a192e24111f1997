import type { Unit } from '#access/unit.ts'
import { subjectOf } from './acknowledge-concern.ts'
import { concernLifecycle } from './lifecycle.ts'
import { latestScreening } from './screening-store.ts'
import { holdConcern, saveConcern, sealForStudent } from './store.ts'

/**
 * A concern was raised about the wrong student, by mistake: it is closed, and of nobody any more. Where
 * somebody screened or decided on it already, what they found is about that student and stays. The caller
 * asks permission.
 * @returns whether it was taken off
 */
export async function takeOffStudent(unit: Unit, concernId: string, reason: string): Promise<boolean> {
  const concern = await holdConcern(unit, concernId)
  if (concern === undefined || !concernLifecycle.allows(concern.state, 'close')) return false
  if ((await latestScreening(unit.tx, concernId)) !== undefined) return false
  const closedBy = unit.actor.personId
  const over = { state: 'closed' as const, closedReason: reason, closedBy, endedAt: unit.now }
  const off = { ...concern, ...over, studentId: null }
  saveConcern(unit, off)
  sealForStudent(unit, off)
  unit.record('concern.taken_off', subjectOf(concern), { source: concern.source })
  return true
}
