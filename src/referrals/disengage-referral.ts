import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { day, id } from '#platform/given.ts'
import { codesOf, holdOwn } from './answering.ts'
import { moveReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import { obstaclesToHappened, obstaclesToPosting, obstaclesToReason } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

const Disengagement = post({
  referralId: id,
  /** One of three: the family's choice, the service, or a barrier. There is no fourth [R061]. */
  reason: z.string().max(60).optional(),
  /** The last day it was still known to go on; today when left out. */
  happenedOn: day.optional(),
})

/** Visits have stopped. Why is one of three, and none of them is anybody's fault [R061] [R069]. */
export const disengageReferral = act({
  name: 'referrals/disengage-referral',
  by: partnerStaff,
  given: Disengagement,
  refusals: obstacleWords,
  async do(unit, { referralId, reason, happenedOn }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.status)
    const calendar = await calendarOf(unit.tx)
    const happenedAt = happenedOn === undefined ? unit.now : instantAt(calendar, happenedOn, '00:00')
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'disengage'),
      ...obstaclesToReason(await codesOf(unit, 'non_connection'), reason),
      ...obstaclesToHappened(happenedAt, unit.now),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    addStatus(unit, referral, { status: 'disengaged', reason, happenedAt })
    await moveReferral(unit, { referral, act: 'disengage' })
    unit.record('referral.disengaged', subject, { reason })
    return done({ referralId })
  },
})
