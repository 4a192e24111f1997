import { familyNames, givenNames, schoolNames } from './oneroster-names.ts'

/** A whole made-up district, as facts; `oneroster-tables.ts` says it in either version of the standard. */
export type District = {
  readonly schools: readonly School[]
  readonly adults: readonly Adult[]
  readonly staff: readonly Employee[]
  readonly students: readonly Student[]
}
export type School = {
  readonly id: string
  readonly name: string
  readonly level: Level
  readonly grades: readonly string[]
}
export type Named = { readonly given: string; readonly middle: string; readonly family: string }
export type Adult = Named & {
  readonly id: string
  readonly role: 'parent' | 'guardian' | 'relative'
  readonly phone: string
}
export type Employee = Named & {
  readonly id: string
  readonly role: 'teacher' | 'aide' | 'siteAdministrator'
  readonly school: School
}
export type Student = Named & {
  readonly id: string
  readonly number: string
  readonly bornOn: string
  readonly grade: string
  readonly school: School
  /** A school left behind earlier this year. */
  readonly former: School | undefined
  readonly adults: readonly string[]
}
type Level = 'Elementary' | 'Middle' | 'High' | 'Academy'

/** The school year that most of the demonstration happens in. */
export const year = {
  beginsOn: '2026-08-17',
  endsOn: '2027-06-04',
  changedOn: '2026-09-18',
  ends: 2027,
} as const

const code = (grade: number): string => (grade === 0 ? 'KG' : String(grade).padStart(2, '0'))
const gradesFrom = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => code(first + index))
const gradesOf: Record<Level, readonly string[]> = {
  Elementary: gradesFrom(0, 5),
  Middle: gradesFrom(6, 8),
  High: gradesFrom(9, 12),
  Academy: gradesFrom(0, 12),
}

/** A stream of numbers from 0 up to 1 that is the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(roll: () => number, from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T
const numbered = (prefix: string, index: number): string => prefix + String(index + 1).padStart(6, '0')

/**
 * Builds a district. With the same seed and schools, a larger one begins with the students of a
 * smaller one.
 */
export function buildDistrict(size: { students: number; schools: number; seed: number }): District {
  const roll = dice(size.seed)
  const schools = Array.from({ length: size.schools }, (_, index) => schoolAt(index, size.schools))
  const staff = schools.flatMap((school, index) => staffOf(school, index, roll))
  const adults: Adult[] = []
  const students: Student[] = []
  for (let index = 0; index < size.students; index += 1) {
    const sibling = index > 0 && roll() < 0.15 ? students[index - 1] : undefined
    students.push(studentAt(index, { roll, schools, adults, sibling }))
  }
  return { schools, adults, staff, students }
}

/**
 * Three elementary schools to a middle and a high school; a district of one or two schools has them
 * for all ages.
 */
function schoolAt(index: number, count: number): School {
  const levels: readonly Level[] = ['Elementary', 'Middle', 'Elementary', 'High', 'Elementary']
  const level = count < 4 ? 'Academy' : (levels[index % levels.length] as Level)
  const round = Math.floor(index / schoolNames.length)
  const name = `${schoolNames[index % schoolNames.length]}${round === 0 ? '' : ` ${round + 1}`} ${level}`
  return { id: `sch-${String(index + 1).padStart(3, '0')}`, name, level, grades: gradesOf[level] }
}

function staffOf(school: School, schoolIndex: number, roll: () => number): Employee[] {
  const roles = ['siteAdministrator', 'aide', ...school.grades.map(() => 'teacher' as const)] as const
  return roles.map((role, index) => ({
    id: numbered('t', schoolIndex * 20 + index),
    role,
    school,
    ...named(roll, pick(roll, familyNames)),
  }))
}

const named = (roll: () => number, family: string): Named => ({
  given: pick(roll, givenNames),
  middle: roll() < 0.3 ? pick(roll, givenNames) : '',
  family,
})

function studentAt(
  index: number,
  given: { roll: () => number; schools: readonly School[]; adults: Adult[]; sibling: Student | undefined },
): Student {
  const { roll, schools, sibling } = given
  const family = sibling?.family ?? pick(roll, familyNames)
  const school = schools[index % schools.length] as School
  const grade = pick(roll, school.grades)
  const others = schools.filter((other) => other !== school && other.grades.includes(grade))
  return {
    id: numbered('s', index),
    number: String(40_000_001 + index),
    ...named(roll, family),
    bornOn: birthday(grade, roll),
    grade,
    school,
    former: others.length > 0 && roll() < 0.04 ? pick(roll, others) : undefined,
    adults: sibling?.adults ?? addFamily(given.adults, roll, family),
  }
}

/** Two adults, and in a third of families a grandparent, aunt or uncle as well. */
function addFamily(adults: Adult[], roll: () => number, family: string): string[] {
  const third = roll() < 0.33 ? (['relative'] as const) : []
  const roles = [roll() < 0.9 ? 'parent' : 'guardian', 'parent', ...third] as const
  return roles.map((role) => {
    const id = numbered('g', adults.length)
    const phone = `555-01${String(adults.length % 100).padStart(2, '0')}`
    adults.push({ id, role, phone, ...named(roll, roll() < 0.7 ? family : pick(roll, familyNames)) })
    return id
  })
}

/** Old enough on the first day of the school year. */
function birthday(grade: string, roll: () => number): string {
  const age = 5 + (grade === 'KG' ? 0 : Number(grade))
  const month = 1 + Math.floor(roll() * 12)
  const born = year.ends - 1 - age - (month > 8 ? 1 : 0)
  return `${born}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(roll() * 28)).padStart(2, '0')}`
}
