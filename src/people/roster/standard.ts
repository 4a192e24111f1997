/**
 * What the OneRoster CSV standard names, versions 1.1 and 1.2: files, headers, tokens.
 * Capital and small letters count everywhere.
 */
export type RosterVersion = '1.1' | '1.2'

/** The documents 1.1.1 and 1.2.1 corrected wording, not data; some exporters write their number. */
export const versionsTaken: ReadonlyMap<string, RosterVersion> = new Map([
  ['1.1', '1.1'],
  ['1.1.1', '1.1'],
  ['1.2', '1.2'],
  ['1.2.1', '1.2'],
])

export const fileModes = ['bulk', 'delta', 'absent'] as const
export type FileMode = (typeof fileModes)[number]

/** The files read here, in the order they are read: whatever a row refers to comes before it. */
export const rosterFiles = [
  'orgs',
  'academicSessions',
  'classes',
  'users',
  'roles',
  'demographics',
  'enrollments',
] as const
export type RosterFile = (typeof rosterFiles)[number]

const filesIn11 = `academicSessions categories classes classResources courses courseResources demographics
  enrollments lineItems orgs resources results users`.split(/\s+/)
const filesAddedIn12 = `lineItemLearningObjectiveIds lineItemScoreScales resultLearningObjectiveIds
  resultScoreScales roles scoreScales userProfiles userResources`.split(/\s+/)

/** Every file a manifest speaks of, by version. Those not in `rosterFiles` are left alone. */
export const standardFiles: Readonly<Record<RosterVersion, readonly string[]>> = {
  '1.1': filesIn11,
  '1.2': [...filesIn11, ...filesAddedIn12],
}

export const statuses = ['active', 'tobedeleted'] as const
export const orgTypes = ['department', 'school', 'district', 'local', 'state', 'national'] as const
export const sessionTypes = ['gradingPeriod', 'semester', 'schoolYear', 'term'] as const
export const enrollmentRoles = ['administrator', 'proctor', 'student', 'teacher'] as const
export const roleTypes = ['primary', 'secondary'] as const

/** People who stand by a student as family, or as a helper named for that student. */
export const familyRoles = ['parent', 'guardian', 'relative', 'aide'] as const
export type FamilyRole = (typeof familyRoles)[number]

export const staffRolesIn11 = ['administrator', 'aide', 'proctor', 'teacher'] as const
export const staffRolesIn12 = [
  'aide',
  'counselor',
  'districtAdministrator',
  'principal',
  'proctor',
  'siteAdministrator',
  'systemAdministrator',
  'teacher',
] as const
export type StaffRole = (typeof staffRolesIn11)[number] | (typeof staffRolesIn12)[number]

export const userRolesIn11 = [
  'administrator',
  'aide',
  'guardian',
  'parent',
  'proctor',
  'relative',
  'student',
  'teacher',
] as const
export const userRolesIn12 = [
  'aide',
  'counselor',
  'districtAdministrator',
  'guardian',
  'parent',
  'principal',
  'proctor',
  'relative',
  'siteAdministrator',
  'student',
  'systemAdministrator',
  'teacher',
] as const
export type UserRole = (typeof userRolesIn11)[number] | (typeof userRolesIn12)[number]
