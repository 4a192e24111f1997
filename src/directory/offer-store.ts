import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Offer, Service } from './partner.ts'

const offering = statement(
  ($: Offer & { district: string; id: string }) => sql`
    update partner set languages = ${$.languages}, modalities = ${$.modalities}, payers = ${$.payers},
      after_school = ${$.afterSchool}, weekends = ${$.weekends}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
const insert = statement(
  ($: Service & { district: string; partner: string }) => sql`
    insert into partner_service (district_id, id, partner_id, name, kind, tiers, ages)
    values (${$.district}, ${$.id}, ${$.partner}, ${$.name}, ${$.kind}, ${$.tiers}, ${$.ages})`,
)
const drop = statement(
  ($: { district: string; id: string }) => sql`
    delete from partner_service where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes how an agency sees families. Its row is held, and its version was compared. */
export const saveOffer = ({ tx, districtId: district }: Unit, id: string, offer: Offer) =>
  tx.run(offering, { ...offer, district, id })

/** Writes one more service of an agency, whose row is held. @returns its id */
export async function insertService(
  unit: Unit,
  partner: string,
  service: Omit<Service, 'id'>,
): Promise<string> {
  const id = unit.id()
  await unit.tx.run(insert, { ...service, district: unit.districtId, id, partner })
  return id
}

export const deleteService = ({ tx, districtId: district }: Unit, id: string) =>
  tx.run(drop, { district, id })
