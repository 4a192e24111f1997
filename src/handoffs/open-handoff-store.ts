import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const tell = statement(
  ($: { district: string; id: string; person: string; referral: string; at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    values (${$.district}, ${$.id}, ${$.person}, 'handoff_owed', 'referral', ${$.referral}, ${$.at})`,
)
