import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const enqueue = statement(
  ($: { task: string; payload: string; key: string | null; at: Date | null }) =>
    sql`select house.enqueue(${$.task}, ${$.payload}::jsonb, ${$.key}, ${$.at}::timestamptz)`,
)
