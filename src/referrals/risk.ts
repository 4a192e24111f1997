import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { RiskIndicated, TriageDecided } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { HighNeed } from '#standards/contract.ts'

/**
 * Whether criteria of high need speak of risk: a safety concern somebody stated, or a recent crisis. Missed
 * days and incidents do not.
 */
export const meansRisk = ({ criteria }: HighNeed, met: readonly string[]): boolean =>
  criteria.some(
    ({ code, measure }) => met.includes(code) && (code === 'safety_concerns' || measure.by === 'crises'),
  )

const known = statement(
  ($: { district: string; student: string; predecessor: string | null }) => sql<{ risk: boolean }>`
    select exists (select from referral f where f.district_id = ${$.district} and f.student_id = ${$.student}
        and f.high_risk_at is not null and (f.ended_at is null or f.id = ${$.predecessor}::uuid))
      or exists (select from brief_support b where b.district_id = ${$.district} and b.student_id = ${$.student}
        and b.high_risk_at is not null and b.ended_at is null)
      or exists (select from crisis_incident i where i.district_id = ${$.district} and i.student_id = ${$.student}
        and i.state <> 'closed') as risk`,
)
/** Whether a student is known to be at high risk when a referral opens: a new record does not lower it. */
export const isAtRisk = async (
  tx: Transaction,
  { studentId, predecessorId }: { studentId: string; predecessorId: string | null },
): Promise<boolean> => {
  const about = { district: tx.scope.districtId, student: studentId, predecessor: predecessorId }
  return (await tx.one(known, about)).risk
}

const calm = statement(
  ($: { district: string; student: string }) => sql<{ id: string }>`
    select id from referral
    where district_id = ${$.district} and student_id = ${$.student} and ended_at is null and high_risk_at is null
    order by id for no key update`,
)
const raise = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update referral set high_risk_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)

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
