import type { Unit } from '#access/unit.ts'
import type { RiskIndicated, TriageDecided } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { HighNeed } from '#standards/contract.ts'
import { known, calm, raise } from './risk-store.ts'

/**
 * Whether criteria of high need speak of risk: a safety concern somebody stated, or a recent crisis. Missed
 * days and incidents do not.
 */
export const meansRisk = ({ criteria }: HighNeed, met: readonly string[]): boolean =>
  criteria.some(
    ({ code, measure }) => met.includes(code) && (code === 'safety_concerns' || measure.by === 'crises'),
  )
/** Whether a student is known to be at high risk when a referral opens: a new record does not lower it. */
export const isAtRisk = async (
  tx: Transaction,
  { studentId, predecessorId }: { studentId: string; predecessorId: string | null },
): Promise<boolean> => {
  const about = { district: tx.scope.districtId, student: studentId, predecessor: predecessorId }
  return (await tx.one(known, about)).risk
}

/**
 * Every open referral of the student is at high risk from now on: somebody clinical has to be named, and
 * until then that is owed [R156]. Whoever caused it need not reach them.
 */
export async function foundAtRisk(unit: Unit, studentId: string): Promise<void> {
  const found = await unit.tx.all(calm, { district: unit.districtId, student: studentId })
  for (const { id } of found) {
    await unit.tx.run(raise, { district: unit.districtId, id, at: unit.now })
    unit.record('referral.high_risk_found', { type: 'referral', id, studentId })
  }
}

/** Follows concerns/risk-indicated: the checklist indicates immediate risk. */
export const heedRisk = (unit: Unit, { studentId }: RiskIndicated) => foundAtRisk(unit, studentId)

/** Follows a decision for path (c). */
export async function heedDecision(unit: Unit, { path, studentId }: TriageDecided): Promise<void> {
  if (path === 'c') await foundAtRisk(unit, studentId)
}
