import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const people = statement(
  ($: { district: string; email: string }) => sql<{ id: string }>`
    select id from person where district_id = ${$.district} and lower(email) = lower(${$.email}) and ended_at is null`,
)
