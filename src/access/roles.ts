import { catalog } from '#platform/words.ts'
import type { Side } from '#platform/database/scope.ts'

/**
 * What a person can be in an assignment. Job titles differ by district; these are capabilities, and one
 * person may hold several [requirements section 1].
 */
const sides = {
  teacher: 'school',
  counselor: 'school',
  psychologist: 'school',
  social_worker: 'school',
  nurse: 'school',
  principal: 'school',
  student_support_head: 'school',
  navigator: 'school',
  care_coordinator: 'school',
  designated_lead: 'school',
  crisis_lead: 'school',
  district_head: 'school',
  governance: 'school',
  privacy_officer: 'school',
  roster_manager: 'school',
  partner_intake: 'partner',
  clinician: 'partner',
  caregiver: 'family',
  student: 'family',
  public: 'public',
  system: 'system',
} as const satisfies Record<string, Side>

export type Role = keyof typeof sides

export const roles = Object.keys(sides) as Role[]
export const sideOf = (role: Role): Side => sides[role]

/** The sides that people outside the schools sign in on. */
export const isOutside = (role: Role): boolean => ['partner', 'family'].includes(sideOf(role))

/** Roles a person can be given. The public page and the system act as themselves. */
export const assignableRoles = roles.filter((role) => sideOf(role) === 'school' || isOutside(role))

/** Roles given on the command line or a page. Those of a family follow from the child they are for. */
export const addableRoles = assignableRoles.filter((role) => sideOf(role) !== 'family')

/** Role groups that several acts and looks share. Each act still names who may do it. */
export const triageStaff = [
  'counselor',
  'psychologist',
  'social_worker',
  'nurse',
] as const satisfies readonly Role[]
/**
 * Who at a school may answer clinically for a student at high risk. A counselor decides in triage, and
 * answers clinically only in one of these roles too [R156].
 */
export const clinicalStaff = ['psychologist', 'social_worker', 'nurse'] as const satisfies readonly Role[]
export const schoolLeads = ['principal', 'student_support_head'] as const satisfies readonly Role[]
/** Whom a district may name to decide in triage too: the others of those who care for students [R018]. */
export const nameableForTriage = [
  'student_support_head',
  'navigator',
  'care_coordinator',
  'designated_lead',
  'crisis_lead',
] as const satisfies readonly Role[]
export const careTeam = [...triageStaff, ...nameableForTriage] as const satisfies readonly Role[]
/** Who may open the page of a student they reach. */
export const studentReaders = [...careTeam, 'principal'] as const satisfies readonly Role[]
export const partnerStaff = ['partner_intake', 'clinician'] as const satisfies readonly Role[]
export const schoolStaff = roles.filter((role) => sideOf(role) === 'school')

export const roleWords = catalog({
  en: {
    teacher: 'Teacher',
    counselor: 'School counselor',
    psychologist: 'School psychologist',
    social_worker: 'School social worker',
    nurse: 'School nurse',
    principal: 'Principal',
    student_support_head: 'Head of student support',
    navigator: 'Navigator',
    care_coordinator: 'Care coordinator',
    designated_lead: 'Designated lead',
    crisis_lead: 'Crisis lead',
    district_head: 'District head of student support',
    governance: 'Governance',
    privacy_officer: 'Privacy officer',
    roster_manager: 'Roster manager',
    partner_intake: 'Intake',
    clinician: 'Clinician',
    caregiver: 'Caregiver',
    student: 'Student',
    public: 'Public page',
    system: 'Throughline',
  } satisfies Record<Role, string>,
})
