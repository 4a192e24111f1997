import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { SettlingReason } from './conflict.ts'
import type { Scope } from './consent.ts'

type Settled = { consentId: string; scope: Scope; because: SettlingReason }
const settle = statement(
  ($: Settled & { district: string; id: string; by: string; at: Date }) => sql`
    insert into consent_settlement (district_id, id, student_id, referral_id, partner_id, scope, consent_id, because,
      decided_by, decided_at, family_sees)
    select district_id, ${$.id}::uuid, student_id, referral_id, partner_id, ${$.scope}, id, ${$.because},
      ${$.by}::uuid, ${$.at}::timestamptz, family_sees
    from consent where district_id = ${$.district} and id = ${$.consentId}`,
)

/** Keeps whose answer to one question counts, from this instant on. @returns its id */
export function addSettlement(unit: Unit, settled: Settled): string {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  unit.tx.write(settle, { ...settled, district, id, by: actor.personId as string, at })
  unit.tx.forget('consents')
  return id
}

/** Whose answer was decided for, why, by whom and when. */
type Settlement = {
  scope: Scope
  because: SettlingReason
  grantorName: string
  decidedByName: string
  decidedAt: Date
}
const decided = statement(
  ($: { district: string; referral: string }) => sql<Settlement>`
    select t.scope, t.because, c.grantor_name as "grantorName", p.name as "decidedByName", t.decided_at as "decidedAt"
    from consent_settlement t
    join consent c on c.district_id = t.district_id and c.id = t.consent_id
    join person p on p.district_id = t.district_id and p.id = t.decided_by
    where t.district_id = ${$.district} and t.referral_id = ${$.referral}
    order by t.decided_at desc, t.id desc`,
)

/** Every decision between answers that differed on one referral, latest first. */
export const settlementsOf = (tx: Transaction, referralId: string): Promise<Settlement[]> =>
  tx.all(decided, { district: tx.scope.districtId, referral: referralId })
