import type { Unit } from '#access/unit.ts'
import { subjectOf } from './answering.ts'
import { cancelVisits } from './cancel-visits.ts'
import type { familyChannels, familyVoices } from './closing-rules.ts'
import { addEnding } from './closing-store.ts'
import { referralEnded } from './happenings.ts'
import { leaveAgency } from './leave-agency.ts'
import { moveReferral } from './move-referral.ts'
import type { Referral } from './referral.ts'
import { obstaclesToStep } from './rules.ts'
import type { Obstacle } from './words.ts'

/** Who of the family said it, and how: to somebody of the school, or on its own page. */
export type Withdrawal = {
  readonly askedBy: (typeof familyVoices)[number]
  readonly channel: (typeof familyChannels)[number] | 'family_page'
}

/**
 * Ends a held referral as the family's choice, never as a failure. Sharing stops at this instant, visits to
 * come are cancelled, the agency is told so, and all it can do afterwards is say that it has read it [R038].
 * The caller asked permission.
 * @returns every obstacle; none where it is withdrawn
 */
export async function withdrawBy(
  unit: Unit,
  referral: Referral,
  { askedBy, channel }: Withdrawal,
): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = obstaclesToStep(referral.state, 'withdraw')
  if (obstacles.length > 0) return obstacles

  const nothing = { plan: null, exitCriterion: null, stepDown: null, signedOffBy: null }
  const noMove = { destination: null, leftOn: null }
  addEnding(unit, referral, {
    ...nothing,
    ...noMove,
    askedBy,
    channel,
    ending: 'withdrawn',
    attributedTo: 'family_choice',
    reason: 'family_declined',
  })
  await cancelVisits(unit, referral, 'cancelled_by_family')
  await leaveAgency(unit, referral, 'withdrawn')
  await moveReferral(unit, { referral, act: 'withdraw', changes: { endedAt: unit.now } })
  unit.record('referral.withdrawn', subjectOf(referral), { askedBy, channel })
  await unit.tell(referralEnded, {
    referralId: referral.id,
    studentId: referral.studentId,
    schoolId: referral.schoolId,
    ending: 'withdrawn',
  })
  return []
}
