import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Outcome } from './outcome.ts'

type Kept = { request: Buffer; outcome: Outcome<unknown, string> }

export const keep = statement(
  ($: { district: string; asker: string; key: string; request: Buffer; outcome: string; at: Date }) => sql`
    insert into idempotent_reply (district_id, asker, key, request, outcome, at)
    values (${$.district}, ${$.asker}, ${$.key}, ${$.request}, ${$.outcome}::jsonb, ${$.at})`,
)
export const find = statement(
  ($: { district: string; asker: string; key: string }) => sql<Kept>`
    select request, outcome from idempotent_reply
    where district_id = ${$.district} and asker = ${$.asker} and key = ${$.key}`,
)
