import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const tell = statement(
  ($: { incident: string }) => sql`select pg_notify('crisis_incident', ${$.incident})`,
)
