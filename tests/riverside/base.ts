import { shipMinorRules } from '#consent/ship-minor-rules.ts'
import type { Transaction } from '#platform/database/database.ts'
import { seedAcknowledged } from './acknowledged.ts'
import { seedPartners } from './agency-rows.ts'
import { seedCast } from './cast-rows.ts'
import { seedCrisisContacts } from './crisis-contacts.ts'
import { seedFamilyLinks } from './family-links.ts'
import { seedFamilies, seedNamePairs } from './family-rows.ts'
import { seedPlaces } from './place-rows.ts'
import { riversideId, summer } from './places.ts'
import { insertRows } from './rows.ts'
import { seedStandards } from './standards.ts'

/** The scene as far as an earlier version has tables for it. */
export async function seedEarlier(tx: Transaction): Promise<void> {
  const at = new Date(summer)
  await seedPlaces(tx, at)
  await seedPartners(tx, at)
  await seedFamilies(tx, at)
  await seedCast(tx, at)
  await seedStandards(tx)
  await seedCrisisContacts(tx)
  await insertRows(tx, 'referral_counter', [{ district_id: riversideId, last_number: 1000 }])
}

/**
 * Sets the scene: the district, its schools and calendar, its agencies, the cast and the families. No story
 * yet.
 */
export async function seedBase(tx: Transaction): Promise<void> {
  await seedEarlier(tx)
  await seedNamePairs(tx)
  await shipMinorRules(tx, 'CA', new Date(summer))
  await seedAcknowledged(tx)
  await seedFamilyLinks(tx)
}
