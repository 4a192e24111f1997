import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { participationSignals } from './status.ts'
import { addParticipation } from './status-store.ts'
import { crossToSchool, tellingOf } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/**
 * Whether the student came on a day, where the family agreed that the school hears it each time [R072]
 * [R084].
 */
export const postParticipation = act({
  name: 'referrals/post-participation',
  by: partnerStaff,
  given: post({
    referralId: id,
    signal: choice(participationSignals, 'Say whether they came'),
    visitOn: day,
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, signal, visitOn }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, 'participation')
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...(visitOn > today ? (['not_happened_yet'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, referral, telling)
    await addParticipation(unit, referral, { signal, visitOn })
    unit.record('participation.posted', subject, { signal })
    return done({ referralId })
  },
})
