import type { Unit } from '#access/unit.ts'
import { holdSupportsOwnedBy, saveOwner } from './store.ts'

/**
 * Gives every open support somebody owns at a school to another owner. The caller asked permission; each
 * leaves its own trace.
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
    unit.record('support.given', { type: 'brief_support', id, studentId }, { from, to })
  }
  return supports.length
}
