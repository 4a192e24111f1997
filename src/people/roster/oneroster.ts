import {
  type Cell,
  column,
  day,
  id,
  idList,
  name,
  needed,
  oneOf,
  onlyIn,
  text,
  trueOrFalse,
  year,
} from './cells.ts'
import {
  enrollmentRoles,
  orgTypes,
  type RosterFile,
  roleTypes,
  sessionTypes,
  type statuses,
  userRolesIn11,
  userRolesIn12,
} from './standard.ts'

/**
 * The columns read from each file, and how. What is not here is not read: the district's standard export
 * holds passwords, sex, race and birthplace, and nothing in the pathway needs them.
 */
export const shapes = {
  orgs: {
    name: needed(name),
    type: needed(oneOf(orgTypes)),
    identifier: id,
    parentSourcedId: id,
  },
  academicSessions: {
    title: needed(text),
    type: needed(oneOf(sessionTypes)),
    startDate: needed(day),
    endDate: needed(day),
    parentSourcedId: id,
    schoolYear: needed(year),
  },
  classes: {
    schoolSourcedId: needed(id),
  },
  users: {
    enabledUser: needed(trueOrFalse),
    orgSourcedIds: onlyIn('1.1', column(idList)),
    role: onlyIn('1.1', column(oneOf(userRolesIn11))),
    givenName: needed(name),
    familyName: needed(name),
    middleName: name,
    identifier: id,
    email: text,
    sms: text,
    phone: text,
    agentSourcedIds: idList,
    grades: idList,
    preferredGivenName: onlyIn('1.2', name),
    preferredMiddleName: onlyIn('1.2', name),
    preferredFamilyName: onlyIn('1.2', name),
    primaryOrgSourcedId: onlyIn('1.2', id),
  },
  roles: {
    userSourcedId: needed(id),
    roleType: needed(oneOf(roleTypes)),
    role: needed(oneOf(userRolesIn12)),
    beginDate: day,
    endDate: day,
    orgSourcedId: column(id),
  },
  demographics: {
    birthDate: day,
  },
  enrollments: {
    classSourcedId: needed(id),
    schoolSourcedId: needed(id),
    userSourcedId: needed(id),
    role: needed(oneOf(enrollmentRoles)),
    beginDate: day,
    endDate: day,
  },
} as const satisfies Record<RosterFile, Readonly<Record<string, Cell<unknown>>>>

type Taken<C> = C extends Cell<infer T> ? T : never
type Status = (typeof statuses)[number]

/** A row of one file, as typed values. In a full (bulk) file `status` is always active. */
export type RowOf<F extends RosterFile> = {
  readonly file: F
  /** Where the row begins in its file, from 1; the header is line 1. */
  readonly line: number
  readonly sourcedId: string
  readonly status: Status
  /** When the source last changed the row; only a delta says. */
  readonly modifiedAt: Date | undefined
} & { readonly [K in keyof (typeof shapes)[F]]: Taken<(typeof shapes)[F][K]> }

export type OrgRow = RowOf<'orgs'>
export type AcademicSessionRow = RowOf<'academicSessions'>
export type ClassRow = RowOf<'classes'>
export type UserRow = RowOf<'users'>
export type RoleRow = RowOf<'roles'>
export type DemographicsRow = RowOf<'demographics'>
export type EnrollmentRow = RowOf<'enrollments'>

/** Any row; `file` tells which. */
export type RosterRow = { [F in RosterFile]: RowOf<F> }[RosterFile]
