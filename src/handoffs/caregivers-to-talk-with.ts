import { listGrantors } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Referral } from '#referrals/contract.ts'

/**
 * Those who care for the student and are spoken with about the referral: nobody who is kept away, and nobody
 * who is marked not to be contacted. Whether such a caregiver says yes or no is asked elsewhere.
 */
export const caregiversToTalkWith = async (tx: Transaction, { studentId }: Pick<Referral, 'studentId'>) =>
  (await listGrantors(tx, studentId)).filter(({ mayBeContacted }) => mayBeContacted)
