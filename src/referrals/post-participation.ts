import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { listedCode, post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { obstaclesToSignal, signalsInForce } from './signals-in-force.ts'
import { addParticipation } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
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
    signal: listedCode('Say whether they came'),
    visitOn: day,
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, signal, visitOn }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.participation)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const { listId, participation } = await signalsInForce(unit)
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...obstaclesToSignal(participation, signal),
      ...(visitOn > today ? (['not_happened_yet'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    await addParticipation(unit, referral, { signal, visitOn, listId })
    unit.record('participation.posted', subject, { signal })
    return done({ referralId })
  },
})
