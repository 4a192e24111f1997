/** Tables by file name, without their ending: the header first, then the rows. */
export type Tables = Readonly<Record<string, readonly (readonly string[])[]>>

export type Version = '1.1' | '1.2'

/** Status and time of change: blank in a full file. */
export type Mark = readonly [status: '' | 'active' | 'tobedeleted', changedAt: string]
export const unmarked: Mark = ['', '']

const names = (text: string): string[] => `sourcedId status dateLastModified ${text}`.trim().split(/\s+/)

/** Written out apart from the reader's own list, so that the two cannot agree on a mistake. */
const headers: Readonly<Record<string, readonly string[]>> = {
  orgs: names('name type identifier parentSourcedId'),
  academicSessions: names('title type startDate endDate parentSourcedId schoolYear'),
  classes: names(`title grades courseSourcedId classCode classType location schoolSourcedId
    termSourcedIds subjects subjectCodes periods`),
  roles: names('userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId'),
  demographics: names(`birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican
    nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity
    countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus`),
  enrollments: names('classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate'),
}
const users: Readonly<Record<Version, readonly string[]>> = {
  '1.1': names(`enabledUser orgSourcedIds role username userIds givenName familyName middleName identifier
    email sms phone agentSourcedIds grades password`),
  '1.2': names(`enabledUser username userIds givenName familyName middleName identifier email sms phone
    agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName
    preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns`),
}

/** Puts the headers on, and leaves roles out of 1.1, which does not have the file. */
export function withHeaders(version: Version, rows: Tables): Tables {
  const files = Object.keys(rows).filter((file) => version === '1.2' || file !== 'roles')
  const headerOf = (file: string): readonly string[] =>
    (file === 'users' ? users[version] : headers[file]) ?? []
  return Object.fromEntries(files.map((file) => [file, [headerOf(file), ...(rows[file] ?? [])]]))
}
