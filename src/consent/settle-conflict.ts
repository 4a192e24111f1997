import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { settlingReasons } from './conflict.ts'
import { scopes } from './consent.ts'
import { maySettle, settlers } from './policy.ts'
import { standingOf } from './rules.ts'
import { addSettlement } from './settlement-store.ts'
import { consentsForReferral, holdAsking } from './store.ts'
import { settlingWords } from './words.ts'

/**
 * Two who may consent differ, and a person decides whose answer to one question counts, and why. The decision
 * holds until either of them says something new.
 */
export const settleConflict = act({
  name: 'consent/settle-conflict',
  by: settlers,
  given: z.object({
    referralId: id,
    scope: choice(scopes),
    /** The record whose answer counts. */
    consentId: id,
    because: choice(settlingReasons, 'Say why this answer counts'),
  }),
  refusals: settlingWords,
  async do(unit, { referralId, scope, consentId, because }) {
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const { studentId, partnerId } = asking
    unit.permit(maySettle(unit.actor, asking), { type: 'referral', id: asking.id, studentId })
    const consents = await consentsForReferral(unit.tx, asking.id)
    const meant = consents.find((each) => each.id === consentId) ?? notFound()
    const standing = standingOf(consents, { scope, partnerId: partnerId ?? '', now: unit.now })
    if (standing.is !== 'conflicting') return refused(['not_conflicting'])
    if (!standing.between.some((each) => each.id === meant.id)) return refused(['not_between'])

    const settlementId = addSettlement(unit, { consentId, scope, because })
    const subject = { type: 'consent_settlement', id: settlementId, studentId }
    unit.record('consent.settled', subject, { referralId, partnerId, scope, consentId, because })
    return done({ referralId: asking.id, settlementId })
  },
})
