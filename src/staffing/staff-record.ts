import type { Employer } from '#access/employment.ts'
import type { Role } from '#access/roles.ts'
import { triageStaff } from '#access/roles.ts'

/** Whose records are kept: whoever helps students by their profession, at a school or at an agency. */
export const recordedRoles = [...triageStaff, 'clinician'] as const satisfies readonly Role[]

export const professions = [
  'counseling',
  'psychology',
  'social_work',
  'marriage_family',
  'nursing',
  'psychiatry',
  'peer_support',
] as const
export type Profession = (typeof professions)[number]

/** How somebody is supervised. What is said there has no place here. */
export const supervisionForms = ['individual', 'group', 'observed', 'file_review'] as const
export type SupervisionForm = (typeof supervisionForms)[number]

/** A credential, with the body that issued it. Days are YYYY-MM-DD. */
export type Credential = {
  readonly kind: Profession
  readonly issuer: string
  readonly licenseNumber: string
  readonly validUntil: string
}

/** Somebody who helps students, with what is on record of them. */
export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Null where the role says it. */
  readonly employer: Employer | null
  /** The agency that employs them, where one does. */
  readonly agency: string | null
  readonly credential: Credential | null
  readonly supervisorId: string | null
  readonly supervisorName: string | null
  /** The last day they were supervised. */
  readonly supervisedOn: string | null
}

export type Supervision = {
  readonly id: string
  readonly heldOn: string
  readonly form: SupervisionForm
  readonly minutes: number
  readonly supervisorName: string
  readonly recordedByName: string
}
