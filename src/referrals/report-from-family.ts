import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { choice, day, id, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { mayCareFor } from './policy.ts'
import { obstaclesToHappened } from './rules.ts'
import { addStatus } from './status-store.ts'
import { holdReferral } from './store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** What a family can say of itself: it heard from the agency, had a first visit, still goes. */
export const familySays = ['scheduled', 'first_appointment_completed', 'ongoing_engagement'] as const

const Report = z.object({
  referralId: id,
  status: choice(familySays, 'Say what the family told you'),
  /** For whether visits go on. */
  answer: yesNo('Say yes or no').optional(),
  happenedOn: day.optional(),
})

/**
 * The family tells the school how it goes, where the agency may not. It is kept as the family's word, apart
 * from what an agency confirms, and moves nothing [R085].
 */
export const reportFromFamily = act({
  name: 'referrals/report-from-family',
  by: careTeam,
  given: Report,
  refusals: obstacleWords,
  async do(unit, { referralId, status, answer, happenedOn }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(mayCareFor(unit.actor, referral), subject)
    const happenedAt =
      happenedOn === undefined ? unit.now : instantAt(await calendarOf(unit.tx), happenedOn, '00:00')
    const obstacles: Obstacle[] = [
      ...(referral.endedAt === null ? [] : (['referral_ended'] as const)),
      ...(referral.sentAt === null ? (['not_at_this_step'] as const) : []),
      ...obstaclesToHappened(happenedAt, unit.now),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    const said = status === 'ongoing_engagement' ? { answer: answer ?? true } : {}
    addStatus(unit, referral, { status, source: 'family_reported', happenedAt, ...said })
    unit.record('referral.family_reported', subject, { status })
    return done({ referralId })
  },
})
