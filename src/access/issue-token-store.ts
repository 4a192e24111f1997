import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const issue = statement(
  ($: {
    district: string
    id: string
    assignment: string
    label: string
    hash: Buffer
    at: Date
    until: Date
  }) => sql<{ id: string }>`
    insert into access_token (district_id, id, assignment_id, person_id, label, secret_hash, created_at, expires_at)
    select a.district_id, ${$.id}, a.id, a.person_id, ${$.label}, ${$.hash}, ${$.at}, ${$.until}
    from assignment a where a.district_id = ${$.district} and a.id = ${$.assignment}
    returning id`,
)

export const revoke = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update access_token set revoked_at = ${$.at} where district_id = ${$.district} and id = ${$.id} and revoked_at is null`,
)
