import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
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
    > & { items: readonly string[]; at: Date },
  ) => sql`
    insert into disclosure (district_id, id, student_id, referral_id, partner_id, consent_id, direction, items, purpose, at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.partner}, ${$.consent}, ${$.direction},
      ${$.items}::text[], ${$.purpose}, ${$.at})`,
)

/**
 * Writes down that something crossed, at this moment. The act records a trace whose subject is the referral.
 * @param disclosure.consentId the consent in force that lets it cross: given before now [R129]
 */
export async function addDisclosure(unit: Unit, disclosure: Omit<Disclosure, 'id' | 'at'>): Promise<void> {
  await unit.tx.run(add, {
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
  })
}

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Disclosure & { partnerName: string }>`
    select x.id, x.student_id as "studentId", x.referral_id as "referralId", x.partner_id as "partnerId",
      x.consent_id as "consentId", x.direction, x.items, x.purpose, x.at, p.short_name as "partnerName"
    from disclosure x join partner p on p.district_id = x.district_id and p.id = x.partner_id
    where x.district_id = ${$.district} and x.student_id = ${$.student}
    order by x.at desc, x.id desc limit 200`,
)

/** What crossed about one student, latest first, at most 200. */
export const disclosuresOf = (tx: Transaction, studentId: string) =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })
