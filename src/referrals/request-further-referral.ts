import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { holdOwn, knownPartner } from './answering.ts'
import { furtherServices } from './further.ts'
import { addFurtherRequest } from './further-store.ts'
import { post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { clockTierOf } from './tier-store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/**
 * An agency that treats a student asks for another service. The school opens that referral, with a consent
 * of its own, and it goes through the same loop [R035].
 */
export const requestFurtherReferral = act({
  name: 'referrals/request-further-referral',
  by: partnerStaff,
  given: post({
    referralId: id,
    serviceSought: choice(furtherServices, 'Say what is asked for'),
    suggestedPartnerId: id.optional(),
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, ...asked }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    await knownPartner(unit, asked.suggestedPartnerId)
    const telling = await tellingOf(unit, referral, tells.status)
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...(asked.suggestedPartnerId === referral.partnerId ? (['same_partner'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    const model = await modelInForce(unit.tx, unit.now)
    const tier = await clockTierOf(unit.tx, referral.id, model)
    const { highNeed } = referral
    const clock = { clock: 'not_accepted', startedAt: unit.now, highNeed, tier } as const
    const due = dueAt(await calendarOf(unit.tx), model.time_standards.body, clock)
    const { serviceSought, suggestedPartnerId } = asked
    const requestId = await addFurtherRequest(unit, referral, {
      serviceSought,
      suggestedPartnerId,
      dueAt: due.dueAt,
    })
    unit.record('referral.further_requested', subject, { requestId, serviceSought, suggestedPartnerId })
    return done({ referralId, requestId })
  },
})
