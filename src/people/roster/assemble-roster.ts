import {
  type AssembledRoster,
  type KnownRoster,
  nothingKnown,
  type SessionRow,
  type StudentRow,
} from './assembled.ts'
import { addClassDays, enrolmentsOf } from './assembly-enrolments.ts'
import { familiesOf } from './assembly-families.ts'
import { Orgs } from './assembly-orgs.ts'
import {
  familyRoleOf,
  isStaff,
  isStudent,
  People,
  type Person,
  staffRoles,
  staffRow,
} from './assembly-people.ts'
import { studentRow } from './assembly-students.ts'
import type { Findings } from './findings.ts'
import type { Manifest } from './manifest.ts'
import type { AcademicSessionRow, DemographicsRow, EnrollmentRow, RosterRow, UserRow } from './oneroster.ts'
import { rosterFiles } from './standard.ts'

type Given = { readonly manifest: Manifest; readonly findings: Findings; readonly known?: KnownRoster }

/** Takes rows one at a time, in the order of `rosterFiles`, and ends with people and schools. */
export type Assembly = { add(row: RosterRow): void; finish(): AssembledRoster }

/**
 * Joins the rows of a roster into schools, students, families and staff. References that lead nowhere are
 * noted in `findings` by file and line, and what held them is left out.
 *
 * @param known what the district has already; a delta may refer to it
 */
export function assembleRoster(rows: Iterable<RosterRow>, given: Given): AssembledRoster {
  const assembly = startAssembly(given)
  for (const row of rows) assembly.add(row)
  return assembly.finish()
}

/** The same, for rows that are still arriving: class rows are folded as they come and not kept. */
export function startAssembly({ manifest, findings, known = nothingKnown }: Given): Assembly {
  const orgs = new Orgs(known, manifest.modes)
  const people = new People({ known, modes: manifest.modes, orgs, findings })
  const sessions: SessionRow[] = []
  const parts: Parts = { manifest, findings, orgs, people, sessions }
  let reached = 0
  return {
    add(row) {
      const place = rosterFiles.indexOf(row.file)
      if (place < reached) throw new Error('Roster rows must come in the order of their files')
      reached = place
      addRow(row, parts)
    },
    finish: () => finishRoster(parts),
  }
}

type Parts = {
  readonly manifest: Manifest
  readonly findings: Findings
  readonly orgs: Orgs
  readonly people: People
  readonly sessions: SessionRow[]
}

function addRow(row: RosterRow, parts: Parts): void {
  switch (row.file) {
    case 'orgs':
      return parts.orgs.add(row)
    case 'academicSessions':
      return void parts.sessions.push(sessionRow(row))
    case 'classes':
      return parts.orgs.addClass(row)
    case 'users':
      return parts.people.addUser(row)
    case 'roles':
      return parts.people.addRole(row)
    case 'demographics':
      return addBirth(row, parts)
    case 'enrollments':
      return addEnrollment(row, parts)
  }
}

const sessionRow = (row: AcademicSessionRow): SessionRow => ({
  sourcedId: row.sourcedId,
  title: row.title,
  type: row.type,
  startsOn: row.startDate,
  endsOn: row.endDate,
  schoolYear: row.schoolYear,
  parentSourcedId: row.parentSourcedId,
  ended: row.status === 'tobedeleted',
})

function addBirth(row: DemographicsRow, { people, findings }: Parts): void {
  const person = people.find(row.sourcedId)
  if (person === undefined) {
    findings.refuse({
      file: 'demographics.csv',
      line: row.line,
      reason: 'user_not_found',
      column: 'sourcedId',
    })
  } else if (row.status === 'active') {
    person.bornOn = row.birthDate
  }
}

/** Teachers' rows are passed over: where staff work is said by their roles. */
function addEnrollment(row: EnrollmentRow, { orgs, people, findings }: Parts): void {
  if (row.role !== 'student') return
  const refuse = (reason: EnrollmentReason, column: string): void =>
    findings.refuse({ file: 'enrollments.csv', line: row.line, reason, column })
  const person = people.find(row.userSourcedId)
  if (person === undefined) return refuse('user_not_found', 'userSourcedId')
  if (!isStudent(person)) return refuse('not_a_student', 'userSourcedId')
  const ofClass = orgs.schoolOfClass(row.classSourcedId)
  if (ofClass === undefined && orgs.allClassesHere) return refuse('class_not_found', 'classSourcedId')
  const org = orgs.find(ofClass ?? row.schoolSourcedId)
  const column = ofClass === undefined ? 'schoolSourcedId' : 'classSourcedId'
  if (org === undefined) return refuse('org_not_found', column)
  if (org.school === undefined) return refuse('school_not_found', column)
  addClassDays(person, org.school, row)
}

type EnrollmentReason =
  | 'user_not_found'
  | 'not_a_student'
  | 'class_not_found'
  | 'org_not_found'
  | 'school_not_found'

function finishRoster({ manifest, findings, orgs, people, sessions }: Parts): AssembledRoster {
  const whole = manifest.version === '1.1' || manifest.modes.get('roles') === 'bulk'
  const students: StudentRow[] = []
  const staff: AssembledRoster['staff'][number][] = []
  const leftOut = new Set<string>()
  const leaveOut = (user: UserRow, reason: 'no_role' | 'no_school'): void => {
    findings.refuse({ file: 'users.csv', line: user.line, reason })
    leftOut.add(user.sourcedId)
  }
  for (const person of people.all()) {
    const { user } = person
    if (user === undefined) continue
    if (isStaff(person)) staff.push(staffRow(person, user, whole))
    if (isStudent(person)) {
      const student = studentRow(person, user, { whole, findings })
      if (student.enrolments.length === 0 && whole && !student.ended) leaveOut(user, 'no_school')
      else students.push(student)
    } else if (!isStaff(person) && familyRoleOf(person) === undefined) leaveOut(user, 'no_role')
  }
  const { guardians, guardianships } = familiesOf(people, leftOut, findings)
  const ofKnown = changesToKnown([...people.all()].filter((person) => person.user === undefined))
  return { manifest, schools: orgs.schools(), sessions, students, guardians, guardianships, staff, ofKnown }
}

function changesToKnown(known: readonly Person[]): AssembledRoster['ofKnown'] {
  return {
    enrolments: known.filter(isStudent).flatMap((person) => enrolmentsOf(person, false)),
    staffRoles: known.flatMap((person) =>
      staffRoles(person).map((role) => ({ staffSourcedId: person.sourcedId, ...role })),
    ),
    births: known.flatMap(({ sourcedId, bornOn }) =>
      bornOn === undefined ? [] : [{ studentSourcedId: sourcedId, bornOn }],
    ),
  }
}
