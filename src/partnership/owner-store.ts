import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type PossibleOwner = { id: string; name: string }

const owners = statement(
  ($: { district: string; on: string }) => sql<PossibleOwner>`
    select distinct p.name, p.id from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${$.district} and p.ended_at is null and a.ended_at is null
      and a.role in ('district_head', 'student_support_head', 'designated_lead', 'navigator', 'care_coordinator')
      and a.starts_on <= ${$.on}::date and (a.ends_on is null or a.ends_on >= ${$.on}::date)
    order by p.name, p.id limit 400`,
)
/** People of the district who can answer for a partnership on a day, by name. */
export const possibleOwners = (tx: Transaction, on: string): Promise<PossibleOwner[]> =>
  tx.all(owners, { district: tx.scope.districtId, on })

const name = statement(
  ($: { district: string; id: string; owner: string }) => sql`
    update partner set relationship_owner_id = ${$.owner}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
export const saveOwner = ({ tx, districtId }: Unit, partnerId: string, ownerId: string) =>
  tx.run(name, { district: districtId, id: partnerId, owner: ownerId })
