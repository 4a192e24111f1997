import { consentsForReferral, isMinorConsented } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Escalation } from './escalation.ts'
import { chainOf } from './store.ts'

/**
 * Whether the student agreed alone to the care that stalled, at this agency or the one before: then no
 * caregiver is contacted about it [R151].
 */
export async function isStudentAlone(
  tx: Transaction,
  { referralId }: Pick<Escalation, 'referralId'>,
): Promise<boolean> {
  const chain = await chainOf(tx, referralId)
  const consents = await Promise.all(chain.map(({ id }) => consentsForReferral(tx, id)))
  return isMinorConsented(consents.flat())
}
