import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { codesOf, holdOwn, knownPartner } from './answering.ts'
import { moveReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import { obstaclesToPosting, obstaclesToReason } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

const Return = post({
  referralId: id,
  reason: z.string().max(60).optional(),
  suggestedPartnerId: id.optional(),
})

/**
 * An agency that had accepted can go on no longer and asks for a redirect: coded reason, destination if it
 * knows one. Its clinician keeps responsibility until the next agency accepts [R155].
 */
export const returnReferral = act({
  name: 'referrals/return-referral',
  by: partnerStaff,
  given: Return,
  refusals: obstacleWords,
  async do(unit, { referralId, reason, suggestedPartnerId }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    await knownPartner(unit, suggestedPartnerId)
    const telling = await tellingOf(unit, referral, tells.status)
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'return'),
      ...obstaclesToReason(await codesOf(unit, 'decline'), reason),
      ...(suggestedPartnerId === referral.partnerId ? (['same_partner'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    addStatus(unit, referral, { status: 'redirected', reason, suggestedPartnerId })
    await moveReferral(unit, { referral, act: 'return' })
    unit.record('referral.returned', subject, { reason, suggestedPartnerId })
    return done({ referralId })
  },
})
