import type { KnownPerson, KnownRoster, StaffRoleRow, StaffRow } from './assembled.ts'
import type { Findings } from './findings.ts'
import type { Orgs } from './assembly-orgs.ts'
import type { RoleRow, UserRow } from './oneroster.ts'
import {
  type FamilyRole,
  type FileMode,
  familyRoles,
  type StaffRole,
  staffRolesIn11,
  staffRolesIn12,
  type UserRole,
} from './standard.ts'

/** One role somebody holds at one organization. */
export type Held = {
  readonly role: UserRole
  readonly org: string
  readonly school: string | undefined
  readonly primary: boolean
  readonly beganOn: string | undefined
  readonly endedOn: string | undefined
  readonly ended: boolean
}

/** The days of several class rows at one school, taken together. */
export type Span = { beganOn: string | undefined; endedOn: string | undefined; open: boolean }

/** Class rows at one school: those that stand, and those withdrawn. */
export type ClassDays = { readonly school: string; active?: Span; withdrawn?: Span }

/**
 * All that the rows say about one person. `user` is absent for somebody known from before. The lists are
 * short and replaced rather than grown, because a list that has grown once keeps room for sixteen more.
 */
export type Person = {
  readonly sourcedId: string
  readonly user: UserRow | undefined
  readonly known: KnownPerson | undefined
  kinds: readonly UserRole[]
  held: readonly Held[]
  classDays: readonly ClassDays[]
  bornOn: string | undefined
}

const none: readonly never[] = []

const addKind = (person: Person, kind: UserRole): void => {
  if (!person.kinds.includes(kind)) person.kinds = [...person.kinds, kind]
}

const staffKinds = new Set<UserRole>([...staffRolesIn11, ...staffRolesIn12])
const isFamilyRole = (role: UserRole): role is FamilyRole => (familyRoles as readonly string[]).includes(role)

export const isStudent = (person: Person): boolean =>
  person.kinds.includes('student') || person.known?.student === true
export const isStaff = (person: Person): boolean =>
  person.known?.staff === true || person.kinds.some((kind) => staffKinds.has(kind))
export const familyRoleOf = (person: Person): FamilyRole | undefined =>
  familyRoles.find((role) => person.kinds.includes(role)) ?? person.known?.family

/** Gathers people and the roles they hold. */
export class People {
  readonly #people = new Map<string, Person>()
  readonly #known: KnownRoster
  readonly #allHere: boolean
  readonly #orgs: Orgs
  readonly #findings: Findings

  constructor(given: {
    known: KnownRoster
    modes: ReadonlyMap<string, FileMode>
    orgs: Orgs
    findings: Findings
  }) {
    this.#known = given.known
    this.#allHere = given.modes.get('users') === 'bulk'
    this.#orgs = given.orgs
    this.#findings = given.findings
  }

  /** Somebody in this roster, or known from before when this is a delta. */
  find(sourcedId: string): Person | undefined {
    const here = this.#people.get(sourcedId)
    if (here !== undefined || this.#allHere) return here
    const known = this.#known.people.get(sourcedId)
    return known && this.#keep({ sourcedId, user: undefined, known })
  }

  all(): Iterable<Person> {
    return this.#people.values()
  }

  #keep(given: Pick<Person, 'sourcedId' | 'user' | 'known'>): Person {
    const person: Person = { ...given, kinds: none, held: none, classDays: none, bornOn: undefined }
    this.#people.set(given.sourcedId, person)
    return person
  }

  /** In 1.1 the user's own row says the role and every organization; in 1.2 those columns do not exist. */
  addUser(user: UserRow): void {
    const saysItself = this.#allHere || user.role !== undefined
    const known = saysItself ? undefined : this.#known.people.get(user.sourcedId)
    const person = this.#keep({ sourcedId: user.sourcedId, user, known })
    if (user.role === undefined) return
    addKind(person, user.role)
    if (isFamilyRole(user.role) && user.role !== 'aide') return
    user.orgSourcedIds.forEach((org, index) => {
      const found = this.#orgs.find(org)
      if (found === undefined) {
        this.#findings.refuse({
          file: 'users.csv',
          line: user.line,
          reason: 'org_not_found',
          column: 'orgSourcedIds',
        })
        return
      }
      const ended = user.status === 'tobedeleted'
      const days = { beganOn: undefined, endedOn: undefined }
      const held = { role: user.role as UserRole, org, ...found, primary: index === 0, ...days, ended }
      person.held = [...person.held, held]
    })
  }

  addRole(row: RoleRow): void {
    const refuse = (reason: 'user_not_found' | 'missing_value' | 'org_not_found', column: string): void =>
      this.#findings.refuse({ file: 'roles.csv', line: row.line, reason, column })
    const person = this.find(row.userSourcedId)
    if (person === undefined) return refuse('user_not_found', 'userSourcedId')
    // A parent's organization is not used for anything, so it may be missing.
    if (isFamilyRole(row.role) && row.role !== 'aide') return addKind(person, row.role)
    if (row.orgSourcedId === undefined) return refuse('missing_value', 'orgSourcedId')
    const found = this.#orgs.find(row.orgSourcedId)
    if (found === undefined) return refuse('org_not_found', 'orgSourcedId')
    addKind(person, row.role)
    const held: Held = {
      role: row.role,
      org: row.orgSourcedId,
      ...found,
      primary: row.roleType === 'primary',
      beganOn: row.beginDate,
      endedOn: row.endDate,
      ended: row.status === 'tobedeleted' || person.user?.status === 'tobedeleted',
    }
    person.held = [...person.held, held]
  }
}

/** What a person does as staff, role by role. */
export function staffRoles(person: Person): StaffRoleRow[] {
  return person.held
    .filter(({ role }) => staffKinds.has(role))
    .map((held) => ({
      role: held.role as StaffRole,
      orgSourcedId: held.org,
      schoolSourcedId: held.school,
      primary: held.primary,
      beganOn: held.beganOn,
      endedOn: held.endedOn,
      ended: held.ended,
    }))
}

/** The parts of a user's row that name the person. */
export const namesOf = (user: UserRow) => ({
  givenName: user.givenName,
  middleName: user.middleName,
  familyName: user.familyName,
  preferredGivenName: user.preferredGivenName,
  preferredMiddleName: user.preferredMiddleName,
  preferredFamilyName: user.preferredFamilyName,
})

export const staffRow = (person: Person, user: UserRow, rolesAreWhole: boolean): StaffRow => ({
  sourcedId: person.sourcedId,
  ...namesOf(user),
  email: user.email,
  enabled: user.enabledUser,
  roles: staffRoles(person),
  rolesAreWhole,
  ended: user.status === 'tobedeleted',
})
