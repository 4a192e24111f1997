import { sql } from 'kysely'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { ConsentRevoked } from './happenings.ts'

const recipients = statement(
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
const add = statement(
  ($: { district: string; id: string; person: string; referral: string; at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    values (${$.district}, ${$.id}, ${$.person}, 'sharing_stopped', 'referral', ${$.referral}, ${$.at})`,
)

/**
 * Follows consent/revoked: the agency's intake is told, with the time, that sharing stops [R130]. Nothing
 * new goes along, and an agency that was never sent the referral hears nothing.
 */
export async function tellPartnerToStop(
  unit: Unit,
  { referralId, studentId, partnerId, scopes }: ConsentRevoked,
): Promise<void> {
  const { districtId: district, now } = unit
  const told = await unit.tx.all(recipients, { district, partner: partnerId, referral: referralId, now })
  if (scopes.length === 0 || told.length === 0) return
  for (const { personId } of told) {
    await unit.tx.run(add, { district, id: unit.id(), person: personId, referral: referralId, at: now })
    const subject = { type: 'referral', id: referralId }
    await unit.tell(personTold, { personId, kind: 'sharing_stopped', subject })
  }
  unit.record(
    'referral.sharing_stopped',
    { type: 'referral', id: referralId, studentId },
    { partnerId, scopes },
  )
}
