import type { Unit } from '#access/unit.ts'
import { outsideOf, saveOutcome } from './outside-store.ts'

/** What ends a referral because the family chose so: then nobody calls it back about anybody else. */
const byChoice: readonly string[] = ['withdrawn', 'family_choice']

/**
 * A referral ended. Where the family chose so, a provider outside the directory that was open ends with it,
 * and nobody calls back [R354]. After any other end it stays with whoever navigated until it is known what
 * came of it: that another plan is in place is no answer yet.
 */
export async function endOutside(
  unit: Unit,
  { referralId, ending }: { referralId: string; ending: string },
): Promise<void> {
  if (!byChoice.includes(ending)) return
  for (const outside of await outsideOf(unit.tx, referralId)) {
    if (outside.endedAt !== null) continue
    saveOutcome(unit, outside, { outcome: 'family_declined', happened: null })
    const subject = { type: 'outside_provider', id: outside.id, studentId: outside.studentId }
    unit.record('outside.ended', subject, { learned: 'family_declined', by: ending })
  }
}
