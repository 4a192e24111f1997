import type { Unit } from '#access/unit.ts'
import type { RiskIndicated, TriageDecided } from '#concerns/contract.ts'
import { called } from './call-review.ts'
import { holdOpenSupportsOf, saveSupport } from './store.ts'

/**
 * A student at high risk is not left on path (a): each running support is called for review, and then needs
 * a clinician [R022].
 */
async function heed(unit: Unit, studentId: string): Promise<void> {
  for (const support of await holdOpenSupportsOf(unit, studentId)) {
    if (support.highRiskAt !== null) continue
    saveSupport(unit, await called(unit, { ...support, highRiskAt: unit.now }))
  }
}

/** What follows when the checklist indicates immediate risk. */
export const heedRisk = (unit: Unit, { studentId }: RiskIndicated) => heed(unit, studentId)

/** What follows a decision for path (c). */
export async function heedDecision(unit: Unit, { path, studentId }: TriageDecided): Promise<void> {
  if (path === 'c') await heed(unit, studentId)
}
