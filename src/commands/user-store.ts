import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export type Named = { id: string; name: string }
export const schools = statement(
  ($: { district: string }) =>
    sql<Named>`select id, name from school where district_id = ${$.district} and closed_on is null`,
)
export const agencies = statement(
  ($: { district: string }) =>
    sql<Named>`select id, short_name as name from partner where district_id = ${$.district} and ended_at is null`,
)
