/**
 * Who sees what, written from the words of docs/who-sees-what.md alone. It shares no code with the product:
 * where the two disagree, one of them has misread the page.
 */
import { dayIn, hasCome } from './calendar.ts'
import type { Assignment, District, Row } from './facts.ts'
import { agencyTables, familyTables, ownOfAgencies, reachTables } from './tables.ts'

/** "Who asks". The public page is none of these: it reads nothing of anybody (wall 6). */
export type Side = 'school' | 'agency' | 'family'

/** What one assignment in force gives, laid out so that asking about a row allocates nothing. */
export type Rights = {
  readonly side: Side
  readonly districtId: string
  /** The agency acted for; null on every other side. */
  readonly agencyId: string | null
  /** The student acted for; null on every other side. */
  readonly studentId: string | null
  /** Who it is. */
  readonly personId: string
  /** On the family side: who acts is the student, and not a caregiver. */
  readonly isStudent: boolean
  /** On the agency side: who acts treats, and does not only take referrals in. */
  readonly isClinician: boolean
  /** Covers every school of the district, and what is of no known school. */
  readonly everySchool: boolean
  /** The schools covered one by one; empty on every other side. */
  readonly schoolIds: ReadonlySet<string>
  /** Students the person is kept away from. */
  readonly keptFrom: ReadonlySet<string>
  /** Students they have open because they broke the glass; always empty for a machine. */
  readonly opened: ReadonlySet<string>
  /** The instant they were judged at, in milliseconds. */
  readonly at: number
}

/** The side of each role. Nobody is assigned to the public page, or to Throughline itself. */
const sides: Readonly<Record<Assignment['role'], Side | undefined>> = {
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
  partner_intake: 'agency',
  clinician: 'agency',
  caregiver: 'family',
  student: 'family',
  system: undefined,
  public: undefined,
}

/** "from its first day to its last, by the calendar of the district, unless it was ended before". */
function isInForce(district: District, assignment: Assignment, now: Date): boolean {
  if (hasCome(assignment.endedAt, now)) return false
  const today = dayIn(district.timeZone, now)
  if (today < assignment.startsOn) return false
  return assignment.endsOn === null || today <= assignment.endsOn
}

/** "the person has left". Somebody the district does not know gives nothing either. */
function isStillThere(district: District, personId: string, now: Date): boolean {
  const person = district.people.find((one) => one.id === personId)
  return person !== undefined && !hasCome(person.leftAt, now)
}

/** "their agency's work with the district has ended". An agency that is not known has no work there. */
function worksWith(district: District, agencyId: string, now: Date): boolean {
  const agency = district.agencies.find((one) => one.id === agencyId)
  return agency !== undefined && !hasCome(agency.endedAt, now)
}

/** Wall 2: "by being family of the student". */
function familyOf(district: District, personId: string): string[] {
  const acting = district.assignments.flatMap((one) =>
    one.personId === personId && one.studentId !== null && one.endedAt === null ? [one.studentId] : [],
  )
  const known = district.people.find((one) => one.id === personId)?.sourceId ?? undefined
  const caring = district.caring.flatMap((one) =>
    (one.personId === personId || one.sourceId === known) && one.endedOn === null ? [one.studentId] : [],
  )
  return [...acting, ...caring]
}

/** Wall 2: the students a person is kept away from where they act in this assignment. */
function studentsKeptFrom(
  district: District,
  { personId, role }: Assignment,
  now: Date,
): ReadonlySet<string> {
  const atWork = sides[role] !== 'family'
  const standing = district.blocks.filter(
    (one) =>
      one.personId === personId &&
      !hasCome(one.liftedAt, now) &&
      (atWork || one.kind !== 'conflict_of_interest'),
  )
  return new Set([...standing.map((one) => one.studentId), ...(atWork ? familyOf(district, personId) : [])])
}

/** Break-glass: "in the one assignment", "until four hours after, or until it was closed before". */
function studentsOpened(district: District, assignment: Assignment, now: Date): ReadonlySet<string> {
  const open = district.openings.filter(
    (one) =>
      one.assignmentId === assignment.id &&
      hasCome(one.openedAt, now) &&
      !hasCome(new Date(one.openedAt.getTime() + 4 * 3_600_000), now) &&
      !hasCome(one.closedAt, now),
  )
  return new Set(open.map((one) => one.studentId))
}

/** Whether a person asks at a browser, or a machine that acts for them. */
export type By = 'browser' | 'machine'

/** "Who asks": what the assignment gives at this instant; undefined when it gives nothing. */
export function rightsOf(
  district: District,
  assignment: Assignment,
  { now, by }: { now: Date; by: By },
): Rights | undefined {
  const side = sides[assignment.role]
  if (side === undefined) return undefined
  if (!isInForce(district, assignment, now)) return undefined
  if (!isStillThere(district, assignment.personId, now)) return undefined
  const agency = assignment.agencyId ?? assignment.employedBy // "or of the agency that lends them"
  if (agency !== null && !worksWith(district, agency, now)) return undefined
  // Agency staff act for one agency, a family member for one student: for none, they are on no side.
  if (side === 'agency' && assignment.agencyId === null) return undefined
  if (side === 'family' && assignment.studentId === null) return undefined
  return {
    side,
    districtId: district.id,
    agencyId: side === 'agency' ? assignment.agencyId : null,
    studentId: side === 'family' ? assignment.studentId : null,
    personId: assignment.personId,
    isStudent: assignment.role === 'student',
    isClinician: assignment.role === 'clinician',
    everySchool: side === 'school' && assignment.everySchool,
    schoolIds: new Set(side === 'school' ? assignment.schoolIds : []),
    keptFrom: studentsKeptFrom(district, assignment, now),
    // "at a browser, and never for a machine"
    opened: by === 'browser' ? studentsOpened(district, assignment, now) : new Set(),
    at: now.getTime(),
  }
}

/** Wall 4: records that name the agency, of the tables the page lists; of referrals, those that were sent. */
function mayBeShownToAgency(rights: Rights, row: Row): boolean {
  if (row.agencyId === null || row.agencyId !== rights.agencyId) return false
  // "shown to clinicians of that agency, and to nobody else anywhere"
  if (ownOfAgencies.has(row.table)) return rights.isClinician
  if (row.table !== 'referral') return agencyTables.has(row.table)
  return row.sentAt !== null && row.sentAt.getTime() <= rights.at
}

/** Wall 5: the student they act for, and of that student what says that this member reads it. */
function mayBeShownToFamily(rights: Rights, row: Row): boolean {
  if (row.studentId === null || row.studentId !== rights.studentId) return false
  if (row.table === 'student') return true
  // "the links that were sent to them, and to nobody else in the family"
  if (row.table === 'family_link') return row.sentTo === rights.personId
  if (!familyTables.has(row.table)) return false
  // "A caregiver is shown what the family reads; the student ... that, and what the student alone reads."
  return row.familySees === 'family' || (row.familySees === 'student' && rights.isStudent)
}

/** The section Walls: whether a row that stands in the district `of` may be shown at all. */
export function mayBeShown(rights: Rights, of: District, row: Row): boolean {
  // Wall 1: nothing of another district, whatever its ids are.
  if (of.id !== rights.districtId) return false
  // Wall 2: stands above everything below. A row that says it is of no student is kept from nobody.
  if (row.studentId !== null && rights.keptFrom.has(row.studentId)) return false
  // Wall 3: school staff may be shown any record of their district, "but what an agency writes for itself".
  if (rights.side === 'school') return !ownOfAgencies.has(row.table)
  if (rights.side === 'agency') return mayBeShownToAgency(rights, row)
  return mayBeShownToFamily(rights, row)
}

/** The section Reach: whether a row belongs to what school staff work with. Nobody else has a reach. */
export function isInReach(rights: Rights, of: District, row: Row): boolean {
  if (rights.side !== 'school' || !reachTables.has(row.table)) return false
  if (!mayBeShown(rights, of, row)) return false
  // Break-glass: what is "of that student, whatever school they belong to".
  if (row.studentId !== null && rights.opened.has(row.studentId)) return true
  // "A student of no known school is seen by those who cover every school."
  if (row.schoolId === null) return rights.everySchool && row.table === 'student'
  // A record belongs to the school it was made at: its own school decides, not where its student is now.
  return rights.everySchool || rights.schoolIds.has(row.schoolId)
}
