import type { RosterFile, RosterVersion } from './standard.ts'

const names = (text: string): string[] => text.trim().split(/\s+/)
const common = names('sourcedId status dateLastModified')

const usersTail = names(`
  givenName familyName middleName identifier email sms phone agentSourcedIds grades password
`)

const columnsIn12: Readonly<Record<RosterFile, readonly string[]>> = {
  orgs: [...common, ...names('name type identifier parentSourcedId')],
  academicSessions: [...common, ...names('title type startDate endDate parentSourcedId schoolYear')],
  classes: [
    ...common,
    ...names('title grades courseSourcedId classCode classType location schoolSourcedId'),
    ...names('termSourcedIds subjects subjectCodes periods'),
  ],
  users: [
    ...common,
    ...names('enabledUser username userIds'),
    ...usersTail,
    ...names('userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName'),
    ...names('preferredFamilyName primaryOrgSourcedId pronouns'),
  ],
  roles: [
    ...common,
    ...names('userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId'),
  ],
  demographics: [
    ...common,
    ...names('birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican'),
    ...names('nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces'),
    ...names('hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth'),
    ...names('publicSchoolResidenceStatus'),
  ],
  enrollments: [
    ...common,
    ...names('classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate'),
  ],
}

/**
 * Every column of the files read here. Most are known only so that they are not reported as strange, and are
 * then left alone: passwords, sex, race, place of birth and subjects never leave the file.
 */
export const standardColumns: Readonly<Record<RosterVersion, typeof columnsIn12>> = {
  '1.1': {
    ...columnsIn12,
    roles: [],
    users: [...common, ...names('enabledUser orgSourcedIds role username userIds'), ...usersTail],
  },
  '1.2': columnsIn12,
}
