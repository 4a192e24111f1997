import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { moveReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import { obstaclesToPosting } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** The agency confirms that the packet arrived: dated, and by a person with a name [R032]. */
export const receiveReferral = act({
  name: 'referrals/receive-referral',
  by: ['partner_intake', 'clinician'],
  given: post({ referralId: id }),
  refusals: obstacleWords,
  async do(unit, { referralId }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.status)
    const obstacles: Obstacle[] = obstaclesToPosting({ state: referral.state, telling }, 'receive')
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    addStatus(unit, referral, { status: 'received' })
    await moveReferral(unit, { referral, act: 'receive', changes: { receivedAt: unit.now } })
    unit.record('referral.received', subject)
    return done({ referralId })
  },
})
