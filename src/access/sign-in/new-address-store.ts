import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const known = statement(
  ($: { login: string }) => sql<{ district_id: string; person_id: string; email: string | null }>`
    select * from house.addresses_of(${$.login})`,
)
