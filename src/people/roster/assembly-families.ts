import type { GuardianRow, GuardianshipRow } from './assembled.ts'
import { familyRoleOf, isStudent, namesOf, type People, type Person } from './assembly-people.ts'
import type { Findings } from './findings.ts'
import type { UserRow } from './oneroster.ts'

/** Family links and the adults in them. */
export type Families = { readonly guardians: GuardianRow[]; readonly guardianships: GuardianshipRow[] }

/**
 * Turns `agentSourcedIds` into links. Systems write them on the student's row, on the adult's, or on both; a
 * link is kept once. An adult without a family role is no guardian, whatever a row says.
 *
 * @param leftOut students whose own row was left out: no link may lead to them
 */
export function familiesOf(people: People, leftOut: ReadonlySet<string>, findings: Findings): Families {
  const links = new Map<string, GuardianshipRow[]>()
  for (const person of people.all()) {
    const { user } = person
    if (user === undefined || leftOut.has(user.sourcedId)) continue
    for (const agent of user.agentSourcedIds) {
      const other = people.find(agent)
      if (other === undefined) {
        findings.refuse({
          file: 'users.csv',
          line: user.line,
          reason: 'agent_not_found',
          column: 'agentSourcedIds',
        })
      } else if (!leftOut.has(agent)) {
        const link = linkBetween(person, other)
        if (link === undefined) {
          findings.notice({ file: 'users.csv', code: 'agent_without_family_role', line: user.line })
        } else {
          keepLink(links, link)
        }
      }
    }
  }
  const guardianships = [...links.values()].flat()
  const linked = new Set(guardianships.map((link) => link.guardianSourcedId))
  const guardians: GuardianRow[] = []
  for (const person of people.all()) {
    if (person.user !== undefined && isGuardian(person, linked)) guardians.push(guardianRow(person.user))
  }
  return { guardians, guardianships }
}

function linkBetween(person: Person, other: Person): GuardianshipRow | undefined {
  const ended = person.user?.status === 'tobedeleted' || other.user?.status === 'tobedeleted'
  const link = (
    student: Person,
    adult: Person,
    statedBy: GuardianshipRow['statedBy'],
  ): GuardianshipRow | undefined => {
    const relationship = familyRoleOf(adult)
    if (relationship === undefined || !isStudent(student)) return undefined
    const ids = { studentSourcedId: student.sourcedId, guardianSourcedId: adult.sourcedId }
    return { ...ids, relationship, statedBy, ended }
  }
  return link(person, other, 'student') ?? link(other, person, 'guardian')
}

/** What the student's own row says stands over what the adult's says. */
function keepLink(links: Map<string, GuardianshipRow[]>, link: GuardianshipRow): void {
  const before = links.get(link.studentSourcedId) ?? []
  const same = before.find((one) => one.guardianSourcedId === link.guardianSourcedId)
  if (same !== undefined && link.statedBy === 'guardian') return
  links.set(link.studentSourcedId, [...before.filter((one) => one !== same), link])
}

/** An aide is a helper at school unless a student's family names them. */
function isGuardian(person: Person, linked: ReadonlySet<string>): boolean {
  const role = familyRoleOf(person)
  return role !== undefined && (role !== 'aide' || linked.has(person.sourcedId))
}

const guardianRow = (user: UserRow): GuardianRow => ({
  sourcedId: user.sourcedId,
  ...namesOf(user),
  email: user.email,
  phone: user.phone,
  sms: user.sms,
  ended: user.status === 'tobedeleted',
})
