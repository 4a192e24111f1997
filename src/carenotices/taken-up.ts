import type { Unit } from '#access/unit.ts'
import { type CareNotice, subjectOf } from './care-notice.ts'
import { waitsForNobody } from './told-store.ts'

/** A notice that somebody has: whoever works on it first, unless somebody said so before. */
export function takenUp(unit: Unit, notice: CareNotice): CareNotice {
  if (notice.acknowledgedAt !== null) return notice
  waitsForNobody(unit, notice.id)
  unit.record('care_notice.acknowledged', subjectOf(notice))
  return { ...notice, acknowledgedAt: unit.now, acknowledgedBy: unit.actor.personId }
}
