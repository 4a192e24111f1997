import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Item } from './consent.ts'

/** One crossing: which items went which way, on which consent, what for. */
export type Disclosure = {
  readonly id: string
  readonly studentId: string
  readonly referralId: string
  readonly partnerId: string
  readonly consentId: string
  readonly direction: 'to_partner' | 'to_school'
  readonly items: readonly Item[]
  readonly purpose: string
  readonly at: Date
}

const add = statement(
  (
    $: Record<
      'district' | 'id' | 'student' | 'referral' | 'partner' | 'consent' | 'direction' | 'purpose',
      string
    > & { items: readonly string[]; at: Date; by: string | null; as: string },
  ) => sql`
    insert into disclosure (district_id, id, student_id, referral_id, partner_id, consent_id, direction, items, purpose, at,
      made_by, made_as)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.partner}, ${$.consent}, ${$.direction},
      ${$.items}::text[], ${$.purpose}, ${$.at}, ${$.by}, ${$.as})`,
)

/**
 * Writes down that something crossed, at this moment. The act records a trace whose subject is the referral.
 * @param disclosure.consentId the consent in force that lets it cross: given before now [R129]
 */
export function addDisclosure(unit: Unit, disclosure: Omit<Disclosure, 'id' | 'at'>): void {
  unit.tx.write(add, {
    district: unit.districtId,
    id: unit.id(),
    student: disclosure.studentId,
    referral: disclosure.referralId,
    partner: disclosure.partnerId,
    consent: disclosure.consentId,
    direction: disclosure.direction,
    purpose: disclosure.purpose,
    items: disclosure.items,
    at: unit.now,
    by: unit.actor.personId,
    as: unit.actor.role,
  })
}
