import { sql } from 'kysely'
import { z } from 'zod'
import { id } from '#platform/given.ts'
import { statement } from '#platform/database/query.ts'
import { notFound } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { act, done, refused } from './act.ts'
import { tokenMakers } from './create-token.ts'

type Row = { person_id: string; revoked_at: Date | null }

const hold = statement(
  ($: { district: string; id: string }) => sql<Row>`
    select person_id, revoked_at from access_token where district_id = ${$.district} and id = ${$.id} for no key update`,
)
const revoke = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update access_token set revoked_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)

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
