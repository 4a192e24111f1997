import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { post } from './post-given.ts'
import { acknowledgeStops } from './stop-store.ts'
import { obstacleWords } from './words.ts'

/** The agency has read that sharing stopped: the one thing it still says about this student [R038]. */
export const acknowledgeStop = act({
  name: 'referrals/acknowledge-stop',
  by: partnerStaff,
  given: post({ referralId: id }),
  refusals: obstacleWords,
  async do(unit, { referralId }) {
    const { subject } = await holdOwn(unit, referralId)
    if ((await acknowledgeStops(unit, referralId)) === 0) return refused(['already_answered'])
    unit.record('referral.stop_acknowledged', subject)
    return done({ referralId })
  },
})
