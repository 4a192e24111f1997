import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const withholding = statement(
  ($: { schools: readonly string[] | null; opened: readonly string[] }) =>
    sql`select house.withhold(${$.schools}::uuid[], ${$.opened}::uuid[])`,
)
