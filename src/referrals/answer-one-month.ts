import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { id, yesNo } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { moveReferral, settleReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/**
 * Still being seen? Asked one month after the first visit, and as often later as the agency likes: yes or
 * no, nothing more. A no opens the question why, for the navigator and without blame [R061].
 */
export const answerOneMonth = act({
  name: 'referrals/answer-one-month',
  by: partnerStaff,
  given: post({ referralId: id, engaged: yesNo('Say yes or no') }),
  refusals: obstacleWords,
  async do(unit, { referralId, engaged }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.status)
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...(referral.firstSeenAt === null ? (['not_seen_yet'] as const) : []),
      ...(referral.state === 'disengaged' ? (['already_answered'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    addStatus(unit, referral, { status: 'ongoing_engagement', answer: engaged })
    if (engaged) await settleReferral(unit, { ...referral, engagedAt: referral.engagedAt ?? unit.now })
    else await moveReferral(unit, { referral, act: 'disengage' })
    unit.record(engaged ? 'referral.engaged' : 'referral.not_engaged', subject)
    return done({ referralId })
  },
})
