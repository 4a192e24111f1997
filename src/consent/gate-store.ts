import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const grantorsMay = statement(
  ($: { consents: readonly string[] }) => sql<{ id: string }>`
    select id from unnest(${$.consents}::uuid[]) as asked (id) where house.grantor_may(id)`,
)
