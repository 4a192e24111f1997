import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

type Row = { person_id: string; revoked_at: Date | null }

export const hold = statement(
  ($: { district: string; id: string }) => sql<Row>`
    select person_id, revoked_at from access_token where district_id = ${$.district} and id = ${$.id} for no key update`,
)
export const revoke = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update access_token set revoked_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
