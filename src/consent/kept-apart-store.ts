import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const apart = statement(
  ($: { district: string; referral: string }) => sql<{ id: string }>`
    with recursive near as (
      select ${$.referral}::uuid as id
      union
      select f.id from near n cross join lateral (
        select o.predecessor_id as id from referral o
          where o.district_id = ${$.district} and o.id = n.id and o.predecessor_id is not null
        union all select o.further_of_id from referral o
          where o.district_id = ${$.district} and o.id = n.id and o.further_of_id is not null
        union all select o.id from referral o where o.district_id = ${$.district} and o.predecessor_id = n.id) f)
    select c.id from near join consent c on c.district_id = ${$.district} and c.referral_id = near.id
    where c.minor_consented or c.family_sees <> 'family' limit 1`,
)

/**
 * Whether a referral is kept apart: an answer on it, or on one it was redirected from or to or was asked for
 * beside, is one the caregivers do not read. A look withholds such a referral by the wall; this is for acts,
 * which are not narrowed and must not say what the look left out (decision 28).
 */
export const isKeptApart = async (tx: Transaction, referralId: string): Promise<boolean> =>
  (await tx.maybe(apart, { district: tx.scope.districtId, referral: referralId })) !== undefined
