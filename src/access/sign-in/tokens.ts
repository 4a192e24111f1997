import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import { type Actor, scopeOf } from '../actor.ts'
import { tokenMakers } from '../create-token.ts'
import type { Desk } from './desk.ts'

/** A bearer token that works, as its maker's list shows it. */
export type ListedToken = { id: string; label: string; expiresAt: Date }

const list = statement(
  ($: { district: string; assignment: string | null; now: Date }) => sql<ListedToken>`
    select id, label, expires_at as "expiresAt" from access_token
    where district_id = ${$.district} and assignment_id = ${$.assignment}
      and revoked_at is null and expires_at > ${$.now}
    order by created_at, id`,
)

/** The tokens that act in the assignment in use; undefined for a role that makes none. */
export async function tokensOf(desk: Desk, actor: Actor): Promise<ListedToken[] | undefined> {
  if (!(tokenMakers as readonly string[]).includes(actor.role)) return undefined
  const key = { district: actor.districtId, assignment: actor.assignmentId, now: desk.clock.now() }
  return desk.db.transaction(scopeOf(actor), (tx) => tx.all(list, key))
}
