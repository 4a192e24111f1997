import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { holdSupportsOwnedBy, saveOwner } from './store.ts'

/** What somebody left at a school: of every student, or of some. */
type Left = { from: string; schoolId: string; students: readonly string[] | null }

/**
 * Gives every open support somebody owns at a school to another owner. The caller asked permission; each
 * leaves its own trace, and the new owner is told.
 * @returns how many
 */
export async function passSupports(
  unit: Unit,
  { from, to, schoolId, students }: Left & { to: string },
): Promise<number> {
  const supports = await holdSupportsOwnedBy(unit, { owner: from, school: schoolId, students })
  for (const support of supports) {
    await saveOwner(unit, support, to)
    const { id, studentId } = support
    const subject = { type: 'brief_support', id, studentId }
    unit.record('support.given', subject, { from, to })
    insertNotice(unit, { personId: to, kind: 'support.given', subject })
  }
  return supports.length
}
