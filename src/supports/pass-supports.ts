import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { holdSupportsOwnedBy, saveOwner } from './store.ts'

/**
 * Gives every open support somebody owns at a school to another owner. The caller asked permission; each
 * leaves its own trace, and the new owner is told.
 * @returns how many
 */
export async function passSupports(
  unit: Unit,
  { from, to, schoolId }: { from: string; to: string; schoolId: string },
): Promise<number> {
  const supports = await holdSupportsOwnedBy(unit, from, schoolId)
  for (const support of supports) {
    await saveOwner(unit, support, to)
    const { id, studentId } = support
    const subject = { type: 'brief_support', id, studentId }
    unit.record('support.given', subject, { from, to })
    await insertNotice(unit, { personId: to, kind: 'support.given', subject })
  }
  return supports.length
}
