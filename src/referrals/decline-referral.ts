import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { codesOf, holdOwn, knownPartner } from './answering.ts'
import { moveReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import { obstaclesToPosting, obstaclesToReason } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

const Decline = post({
  referralId: id,
  reason: z.string().max(60).optional(),
  /** Where the agency would go instead. */
  suggestedPartnerId: id.optional(),
})

/**
 * The agency cannot take it, and says why from the list. It does not end here: the referral returns to the
 * navigator, who chooses another agency with the family [R040].
 */
export const declineReferral = act({
  name: 'referrals/decline-referral',
  by: ['partner_intake', 'clinician'],
  given: Decline,
  refusals: obstacleWords,
  async do(unit, { referralId, reason, suggestedPartnerId }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    await knownPartner(unit, suggestedPartnerId)
    const telling = await tellingOf(unit, referral, tells.status)
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'decline'),
      ...obstaclesToReason(await codesOf(unit, 'decline'), reason),
      ...(suggestedPartnerId === referral.partnerId ? (['same_partner'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    addStatus(unit, referral, { status: 'not_accepted', reason, suggestedPartnerId })
    const receivedAt = referral.receivedAt ?? unit.now
    await moveReferral(unit, { referral, act: 'decline', changes: { receivedAt } })
    unit.record('referral.declined', subject, { reason, suggestedPartnerId })
    return done({ referralId })
  },
})
