import type { Unit } from '#access/unit.ts'
import type { Referral } from '#referrals/contract.ts'
import type { Cause } from './escalation.ts'
import { insertEscalation } from './store.ts'
import { owedBy, subjectOf, tellNextPerson } from './tell.ts'

type Because = { cause: Cause; wasDueAt: Date | null; by: string | null }

/**
 * Opens an escalation for a referral and tells the lead, unless one is open already: then what happened is a
 * further cause of that one.
 * @returns its id, or undefined where one was open
 */
export async function openEscalation(
  unit: Unit,
  referral: Pick<Referral, 'id' | 'studentId' | 'schoolId' | 'highNeed'>,
  { cause, wasDueAt, by }: Because,
): Promise<string | undefined> {
  const { studentId, schoolId, highNeed } = referral
  const escalation = {
    id: unit.id(),
    referralId: referral.id,
    studentId,
    schoolId,
    cause,
    highNeed,
    wasDueAt,
    state: 'open',
    openedAt: unit.now,
    openedBy: by,
    nextDueAt: await owedBy(unit, 'escalation_answer', highNeed),
  } as const
  if (!(await insertEscalation(unit, escalation))) return undefined
  unit.record('escalation.opened', subjectOf(escalation), { cause, referral: referral.id, highNeed })
  await tellNextPerson(unit, escalation, [])
  return escalation.id
}
