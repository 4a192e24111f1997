import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const people = statement(
  ($: { login: string }) => sql<{ district_id: string; person_id: string }>`
    select district_id, person_id from house.people_of(${$.login})`,
)
