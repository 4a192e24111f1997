import type { StudentRow } from './assembled.ts'
import { enrolmentsOf } from './assembly-enrolments.ts'
import { namesOf, type Person } from './assembly-people.ts'
import type { Findings } from './findings.ts'
import { plainGrade, unknownGrade } from './grades.ts'
import type { UserRow } from './oneroster.ts'

/**
 * A student as the roster says. What the standard does not say is unknown here, whatever is known
 * elsewhere.
 */
export function studentRow(
  person: Person,
  user: UserRow,
  { whole, findings }: { whole: boolean; findings: Findings },
): StudentRow {
  return {
    sourcedId: person.sourcedId,
    localIdentifier: user.identifier,
    ...namesOf(user),
    bornOn: person.bornOn,
    grade: gradeOf(user, findings),
    homeLanguage: 'unknown',
    disability: 'unknown',
    enrolments: enrolmentsOf(person, whole),
    enrolmentsAreWhole: whole,
    ended: user.status === 'tobedeleted',
  }
}

function gradeOf(user: UserRow, findings: Findings): string {
  const notice = (code: 'several_grades' | 'grade_not_known'): void =>
    findings.notice({ file: 'users.csv', code, line: user.line })
  const [first] = user.grades
  if (first === undefined) return unknownGrade
  if (user.grades.length > 1) notice('several_grades')
  const grade = plainGrade(first)
  if (grade === undefined) notice('grade_not_known')
  return grade ?? unknownGrade
}
