import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
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
      made_by, made_as, family_sees)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.partner}, ${$.consent}, ${$.direction},
      ${$.items}::text[], ${$.purpose}, ${$.at}, ${$.by}, ${$.as},
      (select c.family_sees from consent c where c.district_id = ${$.district} and c.id = ${$.consent}))`,
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

/**
 * The threat that let something be told without consent, in a statement that calls consent_exception e: its
 * own, or what the incident it was told in says last.
 */
export const threatOfTold = sql<string | null>`coalesce(${opened('consent_exception.threat', 'e')},
  (select ${opened('crisis_entry.words', 'danger')} from crisis_entry danger
    where danger.district_id = e.district_id and danger.incident_id = e.incident_id and danger.kind = 'danger_said'
    order by danger.id desc limit 1))`

/** What was told on a ground other than consent, as the ledger needs it. */
type Told = {
  readonly id: string
  readonly studentId: string
  readonly basis: 'health_safety_emergency' | 'mandated_report'
  readonly items: readonly string[]
  readonly recipientOffice: string
  readonly familySees: 'family' | 'student' | 'nobody'
  readonly disclosedAt: Date
  /** Who told it. */
  readonly disclosedBy: string | null
}
const addTold = statement(
  ($: {
    district: string
    id: string
    exception: string
    student: string
    basis: string
    items: readonly string[]
    office: string
    sees: string
    at: Date
    by: string | null
    as: string | null
  }) => sql`
    insert into disclosure (district_id, id, student_id, exception_id, basis, direction, items, purpose, at, made_by, made_as,
      recipient_office, family_sees)
    values (${$.district}, ${$.id}, ${$.student}, ${$.exception}, ${$.basis}, 'to_other', ${$.items}::text[], ${$.basis},
      ${$.at}, ${$.by}, ${$.as}, ${$.office}, ${$.sees})`,
)

/**
 * Writes into the same ledger what was told without consent, by whoever told it. In which role is known of
 * whoever acts now alone. The act records a trace whose subject it is.
 */
export function addExceptionToLedger(unit: Unit, told: Told): void {
  const id = unit.id()
  const { recipientOffice } = told
  const sealed = unit.tx.sealed('disclosure', { row: id, of: told.studentId }, { recipientOffice })
  unit.tx.write(addTold, {
    district: unit.districtId,
    id,
    exception: told.id,
    student: told.studentId,
    basis: told.basis,
    items: told.items,
    office: sealed.recipientOffice,
    sees: told.familySees,
    at: told.disclosedAt,
    by: told.disclosedBy,
    as: told.disclosedBy === unit.actor.personId ? unit.actor.role : null,
  })
}
