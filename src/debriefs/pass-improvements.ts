import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { holdImprovementsOwnedBy, saveOwner } from './improvement-store.ts'

/** What somebody left at a school: of every student, or of some. */
type Left = { from: string; schoolId: string; students: readonly string[] | null }

/**
 * Gives every open improvement after an incident that somebody owns at a school to another owner. The caller
 * asked permission; each leaves its own trace, and the new owner is told.
 * @returns how many
 */
export async function passImprovements(
  unit: Unit,
  { from, to, schoolId, students }: Left & { to: string },
): Promise<number> {
  const improvements = await holdImprovementsOwnedBy(unit, { owner: from, school: schoolId, students })
  for (const { id, studentId } of improvements) {
    saveOwner(unit, id, to)
    const subject = { type: 'improvement', id, studentId }
    unit.record('improvement.given', subject, { from, to })
    insertNotice(unit, { personId: to, kind: 'improvement.given', subject })
  }
  return improvements.length
}
