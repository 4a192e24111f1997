import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type PartnerPerson = { id: string; name: string; role: Role }

const people = statement(
  ($: { district: string; partner: string; on: string }) => sql<PartnerPerson>`
    select p.id, p.name, a.role
    from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and p.partner_id = ${$.partner} and a.partner_id = ${$.partner}
      and p.ended_at is null and a.ended_at is null
      and a.starts_on <= ${$.on}::date and (a.ends_on is null or a.ends_on >= ${$.on}::date)
    order by p.name, a.role, p.id`,
)

/** Who works with the district at an agency on a day, by name. */
export const staffOf = (tx: Transaction, partnerId: string, on: string): Promise<PartnerPerson[]> =>
  tx.all(people, { district: tx.scope.districtId, partner: partnerId, on })
