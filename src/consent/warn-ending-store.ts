import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const tell = statement(
  ($: { district: string; id: string; referral: string; at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    select f.district_id, ${$.id}, f.navigator_id, 'consent_ending', 'referral', f.id, ${$.at}
    from referral f where f.district_id = ${$.district} and f.id = ${$.referral}
      and not exists (select 1 from notice n where n.district_id = f.district_id
        and n.person_id = f.navigator_id and n.subject_id = f.id
        and n.kind = 'consent_ending' and n.read_at is null)`,
)
