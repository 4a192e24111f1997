import type { Unit } from '#access/unit.ts'
import type { Referral } from '#referrals/contract.ts'
import type { Cause } from './escalation.ts'
import { addEntry } from './entry-store.ts'
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
    nextDueAt: await owedBy(unit, 'escalation_answer', { highNeed, referralId: referral.id }),
  } as const
  if (!(await insertEscalation(unit, escalation))) return undefined
  unit.record('escalation.opened', subjectOf(escalation), { cause, referral: referral.id, highNeed })
  await tellNextPerson(unit, escalation, [])
  return escalation.id
}

/**
 * Asks the lead about a referral, in words, without waiting for a clock.
 * @returns the escalation that opened, or undefined where one is open already
 */
export async function askForLead(
  unit: Unit,
  referral: Pick<Referral, 'id' | 'studentId' | 'schoolId' | 'highNeed'>,
  words: string,
): Promise<string | undefined> {
  const because = { cause: 'asked', wasDueAt: null, by: unit.actor.personId } as const
  const id = await openEscalation(unit, referral, because)
  if (id !== undefined) addEntry(unit, { id, studentId: referral.studentId }, { kind: 'asked', words })
  return id
}
