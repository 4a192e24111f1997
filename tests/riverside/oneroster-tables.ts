import { classRows, enrollmentRows, sessionRows } from './oneroster-classes.ts'
import { type Adult, type District, type Employee, type Student, year } from './oneroster-district.ts'
import { type Mark, type Tables, unmarked, type Version, withHeaders } from './oneroster-headers.ts'

type Person = {
  readonly id: string
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly role: string
  readonly school: string
  readonly number?: string
  readonly phone?: string
  readonly email?: string
  readonly agents?: readonly string[]
  readonly grade?: string
}

const districtId = 'district'

const ofStudent = (student: Student): Person => ({
  ...student,
  role: 'student',
  school: student.school.id,
  agents: student.adults,
})
const ofAdult = (adult: Adult): Person => ({
  ...adult,
  school: districtId,
  email: `${adult.id}@family.example`,
})
const ofStaff = (one: Employee): Person => ({
  ...one,
  school: one.school.id,
  email: `${one.id}@riverside.example`,
})

/** In 1.1 an administrator is one word; in 1.2 it is three. */
const roleIn = (version: Version, role: string): string =>
  version === '1.1' && role === 'siteAdministrator' ? 'administrator' : role

function userRow(version: Version, person: Person, mark: Mark): string[] {
  const tail = [
    person.given,
    person.family,
    person.middle,
    person.number ?? '',
    person.email ?? '',
    '',
    person.phone ?? '',
    person.agents?.join(',') ?? '',
    person.grade ?? '',
    '',
  ]
  return version === '1.1'
    ? [person.id, ...mark, 'true', person.school, roleIn(version, person.role), person.id, '', ...tail]
    : [person.id, ...mark, 'true', person.id, '', ...tail, '', '', '', '', '', '', '']
}

const roleRow = (person: Person, mark: Mark): string[] => [
  `r-${person.id}-${person.school}`,
  ...mark,
  person.id,
  'primary',
  person.role,
  '',
  '',
  person.school,
  '',
]

const demographicsRow = (student: Student, mark: Mark): string[] => [
  student.id,
  ...mark,
  student.bornOn,
  ...Array.from({ length: 12 }, () => ''),
]

/** What one student adds to a full or changed roster. */
export function studentTables(version: Version, students: readonly Student[], mark: Mark) {
  return {
    users: students.map((student) => userRow(version, ofStudent(student), mark)),
    roles: students.map((student) => roleRow(ofStudent(student), mark)),
    demographics: students.map((student) => demographicsRow(student, mark)),
  }
}

/** What adults in families add. */
export function adultTables(version: Version, adults: readonly Adult[], mark: Mark) {
  return {
    users: adults.map((adult) => userRow(version, ofAdult(adult), mark)),
    roles: adults.map((adult) => roleRow(ofAdult(adult), mark)),
  }
}

/** The whole district as full files. */
export function bulkTables(version: Version, district: District): Tables {
  const students = studentTables(version, district.students, unmarked)
  const adults = adultTables(version, district.adults, unmarked)
  const staff = district.staff.map(ofStaff)
  return withHeaders(version, {
    orgs: [
      [districtId, ...unmarked, 'Riverside Unified', 'district', '', ''],
      ...district.schools.map(({ id, name }) => [
        id,
        ...unmarked,
        name,
        'school',
        id.toUpperCase(),
        districtId,
      ]),
    ],
    academicSessions: sessionRows(),
    classes: district.schools.flatMap(classRows),
    users: [...students.users, ...adults.users, ...staff.map((one) => userRow(version, one, unmarked))],
    roles: [...students.roles, ...adults.roles, ...staff.map((one) => roleRow(one, unmarked))],
    demographics: students.demographics,
    enrollments: district.students.flatMap((student) => [
      ...enrollmentRows(student, student.school, {
        mark: unmarked,
        begins: student.former === undefined ? year.beginsOn : year.changedOn,
        ends: year.endsOn,
      }),
      ...(student.former === undefined
        ? []
        : enrollmentRows(student, student.former, {
            mark: unmarked,
            begins: year.beginsOn,
            ends: year.changedOn,
          })),
    ]),
  })
}
