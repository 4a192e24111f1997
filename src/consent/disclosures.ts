import type { Unit } from '#access/unit.ts'
import type { Item } from './consent.ts'
import { add, addTold } from './disclosures-store.ts'

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
