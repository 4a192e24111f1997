import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const insert = statement(
  ($: { district: string; id: string; state: string; care: string; at: Date }) => sql`
    insert into minor_consent_rule (district_id, id, state, care, from_age, caregiver_told, source, sample, in_force_from, added_at)
    values (${$.district}, ${$.id}, ${$.state}, ${$.care}, 16, false,
      'Sample, no law is cited: your legal team names the age and where it stands.', true, ${$.at}::date, ${$.at})`,
)
