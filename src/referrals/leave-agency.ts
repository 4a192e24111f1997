import type { Unit } from '#access/unit.ts'
import type { Referral } from './referral.ts'
import { endResponsibility } from './responsibility-store.ts'
import { postStopNotice } from './stop-sharing.ts'
import type { StopNotice } from './stop-store.ts'

/**
 * A referral ends without a connection: an agency that was sent it is told to send nothing more, and nobody
 * answers for treatment under it [R038]. Nothing new goes along, not even how it ended.
 */
export async function leaveAgency(
  unit: Unit,
  referral: Referral,
  because: Exclude<StopNotice['because'], 'consent_revoked'>,
): Promise<void> {
  const { id: referralId, studentId, partnerId, highNeed } = referral
  if (referral.sentAt !== null && partnerId !== null) {
    await postStopNotice(unit, { referralId, studentId, partnerId, highNeed, because })
  }
  if (await endResponsibility(unit, { studentId, referralId })) {
    unit.record('responsibility.ended', { type: 'student', id: studentId, studentId }, { referralId })
  }
}
