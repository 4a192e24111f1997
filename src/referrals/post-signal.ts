import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { safetySignalPosted } from './happenings.ts'
import { listedCode, post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { obstaclesToSignal, signalsInForce } from './signals-in-force.ts'
import { addSafetySignal } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/**
 * One word of the list in force about safety, to the lead, where the family agreed to exactly this [R072]
 * [R084].
 */
export const postSignal = act({
  name: 'referrals/post-signal',
  by: partnerStaff,
  unacknowledged: 'help',
  given: post({ referralId: id, signal: listedCode('Choose what to say') }),
  refusals: obstacleWords,
  async do(unit, { referralId, signal }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.safety)
    const { listId, safety } = await signalsInForce(unit)
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...obstaclesToSignal(safety, signal),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    const signalId = await addSafetySignal(unit, referral, { signal, listId })
    unit.record('signal.posted', subject, { signalId, signal })
    await unit.tell(safetySignalPosted, {
      referralId,
      signalId,
      signal,
      studentId: referral.studentId,
      schoolId: referral.schoolId,
      partnerId: referral.partnerId as string,
    })
    return done({ referralId, signalId })
  },
})
