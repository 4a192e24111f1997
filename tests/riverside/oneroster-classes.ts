import { type School, type Student, year } from './oneroster-district.ts'
import { type Mark, unmarked } from './oneroster-headers.ts'

const classId = (school: School, grade: string, period: number): string => `c-${school.id}-${grade}-${period}`

/** A homeroom for everyone, and six subjects beside it from grade 6. */
const periodsOf = (grade: string): number => (grade !== 'KG' && Number(grade) >= 6 ? 7 : 1)

/** Every class of a school. */
export function classRows(school: School): string[][] {
  return school.grades.flatMap((grade) =>
    Array.from({ length: periodsOf(grade) }, (_, period) => [
      classId(school, grade, period),
      ...unmarked,
      period === 0 ? `Homeroom ${grade}` : `Period ${period}, grade ${grade}`,
      grade,
      'course-1',
      '',
      period === 0 ? 'homeroom' : 'scheduled',
      '',
      school.id,
      'year',
      '',
      '',
      '',
    ]),
  )
}

/** The days of one student's classes at one school. */
export function enrollmentRows(
  student: Student,
  school: School,
  days: { mark: Mark; begins: string; ends: string },
): string[][] {
  return Array.from({ length: periodsOf(student.grade) }, (_, period) => {
    const at = classId(school, student.grade, period)
    return [
      `e-${student.id}-${at}`,
      ...days.mark,
      at,
      school.id,
      student.id,
      'student',
      '',
      days.begins,
      days.ends,
    ]
  })
}

/** The school year and its halves. */
export const sessionRows = (): string[][] => [
  [
    'year',
    ...unmarked,
    `${year.ends - 1} to ${year.ends}`,
    'schoolYear',
    year.beginsOn,
    year.endsOn,
    '',
    String(year.ends),
  ],
  ['fall', ...unmarked, 'Fall', 'semester', year.beginsOn, '2026-12-18', 'year', String(year.ends)],
  ['spring', ...unmarked, 'Spring', 'semester', '2027-01-05', year.endsOn, 'year', String(year.ends)],
]
