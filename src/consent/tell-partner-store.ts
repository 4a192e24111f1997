import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export const recipients = statement(
  ($: { district: string; partner: string; referral: string; now: Date }) => sql<{ personId: string }>`
    select distinct a.person_id as "personId" from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    join referral f on f.district_id = a.district_id and f.id = ${$.referral} and f.partner_id = a.partner_id
    where a.district_id = ${$.district} and a.partner_id = ${$.partner} and a.role = 'partner_intake' and p.ended_at is null
      and f.sent_at is not null
      and (a.ended_at is null or a.ended_at > ${$.now}) and a.starts_on <= (${$.now} at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now} at time zone d.time_zone)::date)`,
)
