import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** A bearer token that works, as its maker's list shows it. */
export type ListedToken = { id: string; label: string; expiresAt: Date }

export const list = statement(
  ($: { district: string; assignment: string | null; now: Date }) => sql<ListedToken>`
    select id, label, expires_at as "expiresAt" from access_token
    where district_id = ${$.district} and assignment_id = ${$.assignment}
      and revoked_at is null and expires_at > ${$.now}
    order by created_at, id`,
)
