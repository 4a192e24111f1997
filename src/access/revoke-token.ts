import { z } from 'zod'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { act, done, refused } from './act.ts'
import { tokenMakers } from './create-token.ts'
import { hold, revoke } from './revoke-token-store.ts'

const refusals = catalog({ en: { already_revoked: 'This token was revoked before.' } })

/**
 * Revokes a bearer token: one's own, or anybody's as privacy officer. The next request with it is refused.
 */
export const revokeToken = act({
  name: 'access/revoke-token',
  by: tokenMakers,
  unacknowledged: 'own',
  given: z.object({ tokenId: id }),
  refusals,
  async do(unit, { tokenId }) {
    const key = { district: unit.districtId, id: tokenId }
    const token = (await unit.tx.maybe(hold, key)) ?? notFound()
    const subject = { type: 'access_token', id: tokenId }
    unit.permit(token.person_id === unit.actor.personId || unit.actor.role === 'privacy_officer', subject)
    if (token.revoked_at !== null) return refused(['already_revoked'])
    await unit.tx.run(revoke, { ...key, at: unit.now })
    unit.record('access_token.revoked', subject)
    return done({ tokenId })
  },
})
