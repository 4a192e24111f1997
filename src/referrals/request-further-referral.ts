import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { holdOwn } from './answering.ts'
import { addFurtherRequest } from './further-store.ts'
import { post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { clockTierOf } from './tier-store.ts'
import { obstacleWords } from './words.ts'

/**
 * An agency that treats a student asks for a referral to somebody else, and says neither to whom nor for
 * what: it tells this on the family's yes to status and dates, which is no yes to what was found. The school
 * opens that referral with the family and a consent of its own, and it goes through the same loop [R035].
 */
export const requestFurtherReferral = act({
  name: 'referrals/request-further-referral',
  by: partnerStaff,
  given: post({ referralId: id }),
  refusals: obstacleWords,
  async do(unit, { referralId }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.status)
    const obstacles = obstaclesWhileTreating({ state: referral.state, telling })
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    const model = await modelInForce(unit.tx, unit.now)
    const tier = await clockTierOf(unit.tx, referral.id, model)
    const { highNeed } = referral
    const clock = { clock: 'not_accepted', startedAt: unit.now, highNeed, tier } as const
    const due = dueAt(await calendarOf(unit.tx), model.time_standards.body, clock)
    const requestId = await addFurtherRequest(unit, referral, due.dueAt)
    unit.record('referral.further_requested', subject, { requestId })
    return done({ referralId, requestId })
  },
})
