import type { Actor } from '#access/actor.ts'
import { careTeam, type Role, triageStaff } from '#access/roles.ts'

const has = (roles: readonly Role[], { role }: Actor) => roles.includes(role)

/** Roles that know students by name: those who care for them, their teachers, and who keeps the roster. */
export const knowStudents = [
  ...careTeam,
  'principal',
  'teacher',
  'roster_manager',
] as const satisfies readonly Role[]
/** A teacher learns nothing of a referral, not even that there is one [R008]. */
const knowReferrals: readonly Role[] = [...careTeam, 'principal']

/** Who writes down orders: keeps people away from a student's records, and protects contacts. */
export const blockKeepers = ['privacy_officer', 'student_support_head'] as const satisfies readonly Role[]
/** Who reads why somebody is kept away: beside them, who answers for who comes to the door of the school. */
export const blockReaders = [...blockKeepers, 'principal'] as const satisfies readonly Role[]
export const blockLifters = ['privacy_officer'] as const satisfies readonly Role[]
/** Who reads that there is one, and may be named to read it. */
export const protectionReaders = [
  ...careTeam,
  'principal',
  'privacy_officer',
] as const satisfies readonly Role[]

/** Whoever may open a student's record may step back from it. */
export const conflictDeclarers = [...careTeam, 'principal'] as const satisfies readonly Role[]

/** Who may open a student beyond their schools: whoever opens a student's record at their own. */
export const glassBreakers = [...careTeam, 'principal'] as const satisfies readonly Role[]
/** Who reviews it; who hears of it reads it as well. */
export const openingReviewers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]
export const openingReaders = [...openingReviewers, 'designated_lead'] as const satisfies readonly Role[]

/** Who answers for the records finds them too: who opened them, and who is kept from them. */
export const maySearchStudents = (actor: Actor): boolean =>
  has(knowStudents, actor) || actor.role === 'privacy_officer'
export const maySearchReferrals = (actor: Actor): boolean => has(knowReferrals, actor)

/** Who keeps what a family told the school: language, how to reach them, what a visit needs. */
export const detailKeepers = [
  ...triageStaff,
  'student_support_head',
  'navigator',
  'roster_manager',
] as const satisfies readonly Role[]

/** Who holds students and gives their families a sign-in; who answers for the records ends one as well. */
export const signInGivers = [
  ...triageStaff,
  'student_support_head',
  'navigator',
] as const satisfies readonly Role[]
export const signInEnders = [...signInGivers, 'privacy_officer'] as const satisfies readonly Role[]

/** What a found student opens: the student's page, or the one thing a role does with a student. */
const opened: Partial<Record<Role, 'concern' | 'details' | 'readers'>> = {
  teacher: 'concern',
  roster_manager: 'details',
  privacy_officer: 'readers',
}
export const openedBy = ({ role }: Actor): 'student' | 'concern' | 'details' | 'readers' =>
  opened[role] ?? 'student'
