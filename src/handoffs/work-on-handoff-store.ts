import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const read = statement(
  ($: { district: string; referral: string; at: Date }) => sql`
    update notice set read_at = ${$.at} where district_id = ${$.district} and subject_id = ${$.referral}
      and kind = 'handoff_owed' and read_at is null`,
)
