import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { careTeam } from '#access/roles.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { addEnding } from './closing-store.ts'
import { referralEnded } from './happenings.ts'
import { moveReferral } from './move-referral.ts'
import { mayCareFor } from './policy.ts'
import type { Referral } from './referral.ts'
import { endResponsibility } from './responsibility-store.ts'
import { obstaclesToStep } from './rules.ts'
import { postStopNotice } from './stop-sharing.ts'
import { holdReferral } from './store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** Who spoke for the family. No reason is asked: a choice needs none [R038]. */
const askers = ['caregiver', 'student'] as const
const channels = ['phone', 'in_person', 'text', 'email', 'letter'] as const

async function stopEverything(unit: Unit, referral: Referral) {
  const { id: referralId, studentId, partnerId, highNeed } = referral
  if (referral.sentAt !== null && partnerId !== null) {
    await postStopNotice(unit, { referralId, studentId, partnerId, highNeed, because: 'withdrawn' })
  }
  if (await endResponsibility(unit, { studentId, referralId })) {
    unit.record('responsibility.ended', { type: 'student', id: studentId, studentId }, { referralId })
  }
}

/**
 * The family withdraws, at any point: kept as a choice, never as a failure. Sharing stops at this instant,
 * the agency is told so, and all it can do afterwards is say that it has read it [R038].
 */
export const withdrawReferral = act({
  name: 'referrals/withdraw-referral',
  by: careTeam,
  given: z.object({
    referralId: id,
    askedBy: choice(askers, 'Say who asked'),
    channel: choice(channels, 'Say how they asked'),
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, askedBy, channel }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayCareFor(unit.actor, referral), subject)
    const obstacles: Obstacle[] = obstaclesToStep(referral.state, 'withdraw')
    if (obstacles.length > 0) return refused(obstacles)

    const nothing = { plan: null, exitCriterion: null, stepDown: null, signedOffBy: null }
    addEnding(unit, referral, {
      ...nothing,
      ending: 'withdrawn',
      attributedTo: 'family_choice',
      reason: 'family_declined',
    })
    await stopEverything(unit, referral)
    await moveReferral(unit, { referral, act: 'withdraw', changes: { endedAt: unit.now } })
    unit.record('referral.withdrawn', subject, { askedBy, channel })
    await unit.tell(referralEnded, {
      referralId,
      studentId: referral.studentId,
      schoolId: referral.schoolId,
      ending: 'withdrawn',
    })
    return done({ referralId, studentId: referral.studentId })
  },
})
