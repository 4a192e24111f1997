import type { Manifest } from './manifest.ts'
import type { FamilyRole, StaffRole } from './standard.ts'

/*
 * A roster as people and schools. Every `ended: true` means the source withdrew the record in a delta: it
 * ends something here, and never deletes a student. Days are YYYY-MM-DD; an open end is undefined.
 */

export type Names = {
  readonly givenName: string
  readonly middleName: string | undefined
  readonly familyName: string
  readonly preferredGivenName: string | undefined
  readonly preferredMiddleName: string | undefined
  readonly preferredFamilyName: string | undefined
}

export type SchoolRow = {
  readonly sourcedId: string
  readonly name: string
  readonly identifier: string | undefined
  readonly ended: boolean
}

export type SessionRow = {
  readonly sourcedId: string
  readonly title: string
  readonly type: 'gradingPeriod' | 'semester' | 'schoolYear' | 'term'
  readonly startsOn: string
  readonly endsOn: string
  /** The year in which the school year ends. */
  readonly schoolYear: number
  readonly parentSourcedId: string | undefined
  readonly ended: boolean
}

/** One student at one school, whatever number of classes. */
export type EnrolmentRow = {
  readonly studentSourcedId: string
  readonly schoolSourcedId: string
  readonly beganOn: string | undefined
  readonly endedOn: string | undefined
  /** The one school that answers for the student; undefined when this delta does not tell. */
  readonly primary: boolean | undefined
  readonly ended: boolean
  /**
   * Membership is the student's role at the school. Class means only class rows name the school: an ending
   * stated so is weak, because a changed timetable looks the same. End a membership only by a membership.
   */
  readonly statedBy: 'membership' | 'class'
}

export type StudentRow = Names & {
  readonly sourcedId: string
  /** The number the district knows the student by. */
  readonly localIdentifier: string | undefined
  readonly bornOn: string | undefined
  /** K, 1 to 13, PK and so on; `unknown` when not given. */
  readonly grade: string
  /** The standard has neither; what is already known stays. */
  readonly homeLanguage: 'unknown'
  readonly disability: 'unknown'
  readonly enrolments: readonly EnrolmentRow[]
  /** Whether every membership of this student is here, so that one no longer listed has ended. */
  readonly enrolmentsAreWhole: boolean
  readonly ended: boolean
}

export type GuardianRow = Names & {
  readonly sourcedId: string
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly sms: string | undefined
  readonly ended: boolean
}

export type GuardianshipRow = {
  readonly studentSourcedId: string
  readonly guardianSourcedId: string
  readonly relationship: FamilyRole
  /** Whose row names the other. When that row comes again without the name, the link has ended. */
  readonly statedBy: 'student' | 'guardian'
  readonly ended: boolean
}

export type StaffRoleRow = {
  readonly role: StaffRole
  readonly orgSourcedId: string
  /** The school, or undefined when the organization is the district or another that is no school. */
  readonly schoolSourcedId: string | undefined
  readonly primary: boolean
  readonly beganOn: string | undefined
  readonly endedOn: string | undefined
  readonly ended: boolean
}

export type StaffRow = Names & {
  readonly sourcedId: string
  readonly email: string | undefined
  readonly enabled: boolean
  readonly roles: readonly StaffRoleRow[]
  readonly rolesAreWhole: boolean
  readonly ended: boolean
}

export type AssembledRoster = {
  readonly manifest: Manifest
  readonly schools: readonly SchoolRow[]
  readonly sessions: readonly SessionRow[]
  readonly students: readonly StudentRow[]
  readonly guardians: readonly GuardianRow[]
  readonly guardianships: readonly GuardianshipRow[]
  readonly staff: readonly StaffRow[]
  /** Changes to people the district knows and whose own row is not in this delta. */
  readonly ofKnown: {
    readonly enrolments: readonly EnrolmentRow[]
    readonly staffRoles: readonly (StaffRoleRow & { readonly staffSourcedId: string })[]
    readonly births: readonly { readonly studentSourcedId: string; readonly bornOn: string }[]
  }
}

/**
 * What the district has from earlier rosters, by sourcedId. A delta may refer to it; a full file may not, for
 * a full file says everything.
 */
export type KnownRoster = {
  readonly schools: ReadonlySet<string>
  /** Organizations that are no school, such as the district itself. */
  readonly otherOrgs: ReadonlySet<string>
  readonly people: ReadonlyMap<string, KnownPerson>
}

export type KnownPerson = {
  readonly student: boolean
  readonly staff: boolean
  readonly family: FamilyRole | undefined
}

export const nothingKnown: KnownRoster = { schools: new Set(), otherOrgs: new Set(), people: new Map() }
