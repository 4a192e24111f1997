import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const ask = statement(
  ($: { district: string; id: string; key: string }) => sql`
    select house.enqueue('messages/send', jsonb_build_object('district_id', ${$.district}::uuid, 'messageId', ${$.id}::uuid),
      ${$.key}, null)`,
)
