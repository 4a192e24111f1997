import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { cancelVisits } from './cancel-visits.ts'
import { familyChannels, familyVoices } from './closing-rules.ts'
import { addEnding } from './closing-store.ts'
import { referralEnded } from './happenings.ts'
import { leaveAgency } from './leave-agency.ts'
import { moveReferral } from './move-referral.ts'
import { mayCareFor } from './policy.ts'
import { obstaclesToStep } from './rules.ts'
import { holdReferral } from './store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/**
 * The family withdraws, at any point: kept as a choice, never as a failure. Sharing stops at this instant,
 * visits to come are cancelled, the agency is told so, and all it can do afterwards is say that it has read
 * it [R038].
 */
export const withdrawReferral = act({
  name: 'referrals/withdraw-referral',
  by: careTeam,
  given: z.object({
    referralId: id,
    askedBy: choice(familyVoices, 'Say who asked'),
    channel: choice(familyChannels, 'Say how they asked'),
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, askedBy, channel }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayCareFor(unit.actor, referral), subject)
    const obstacles: Obstacle[] = obstaclesToStep(referral.state, 'withdraw')
    if (obstacles.length > 0) return refused(obstacles)

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
