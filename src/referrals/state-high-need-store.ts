import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const mark = statement(
  ($: { district: string; id: string }) => sql`
    update referral set high_need = true where district_id = ${$.district} and id = ${$.id}`,
)
