import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const show = statement(
  ($: { district: string; partner: string; ids: readonly string[] }) => sql<{ id: string }>`
    update person set shown_to = shown_to || ${$.partner}::uuid
    where district_id = ${$.district} and id = any(${$.ids}::uuid[]) and partner_id is null
      and not (${$.partner}::uuid = any(shown_to))
    returning id`,
)
