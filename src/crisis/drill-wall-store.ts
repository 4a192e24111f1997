import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const enter = statement(
  ($: { district: string; drill: string }) => sql<{ drill: string }>`
    select set_config('app.drill', r.id::text, true) as drill from crisis_drill r
    where r.district_id = ${$.district} and r.id = ${$.drill} and r.begun_at is not null`,
)
