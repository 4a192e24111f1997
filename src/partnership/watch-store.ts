import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Lasting } from './agreement.ts'

const ahead = statement(
  ($: { district: string; partner: string; on: string }) => sql<Lasting>`
    select id, partner_id as "partnerId", starts_on as "startsOn", ends_on as "endsOn" from agreement
    where district_id = ${$.district} and partner_id = ${$.partner} and ends_on >= ${$.on}::date
    union all
    select id, partner_id, signed_on, ends_on from legal_sign_off
    where district_id = ${$.district} and partner_id = ${$.partner} and ends_on >= ${$.on}::date`,
)

/** Agreements and sign-offs of an agency whose last day is still to come. */
export const documentsAhead = (tx: Transaction, partnerId: string, on: string): Promise<Lasting[]> =>
  tx.all(ahead, { district: tx.scope.districtId, partner: partnerId, on })

const agreed = statement(
  ($: { district: string }) => sql<{ partnerId: string }>`
    select distinct partner_id as "partnerId" from agreement where district_id = ${$.district} order by 1`,
)

/** The agencies of the district with which something was ever agreed. */
export const agenciesOnFile = (tx: Transaction): Promise<{ partnerId: string }[]> =>
  tx.all(agreed, { district: tx.scope.districtId })
