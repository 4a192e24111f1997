import { nameWords, wordPairs } from '#platform/name-words.ts'
import type { Cell, Table } from './copy.ts'
import { familyNames, givenNames, languages, neighborhoods } from './names.ts'
import { before, dayOf, levelOf, type Plan } from './places.ts'
import { idAt, randomFrom } from './random.ts'

const grades = {
  elementary: ['KG', '1', '2', '3', '4', '5'],
  middle: ['6', '7', '8'],
  high: ['9', '10', '11', '12'],
  other: ['unknown'],
} as const
const firstAge: Record<string, number> = { KG: 5, unknown: 10 }

/** One invented student: the same for every table that speaks of them. */
export function studentAt({ size, now }: Plan, place: number) {
  const random = randomFrom(place * 2_654_435_761 + 17)
  const school = place % size.schools
  const grade = random.pick(grades[levelOf(school)])
  const age = (firstAge[grade] ?? Number(grade) + 5) + random.next()
  return {
    id: idAt('student', place),
    school,
    grade,
    given: random.pick(givenNames),
    family: random.percent(12)
      ? `${random.pick(familyNames)} ${random.pick(familyNames)}`
      : random.pick(familyNames),
    bornOn: dayOf(before(now, Math.round(age * 365.25))),
    language: random.pick(languages),
    disability: random.percent(16) ? 'yes' : random.percent(90) ? 'no' : 'unknown',
    neighborhood: random.percent(4) ? 'unknown' : random.pick(neighborhoods),
    caregiver: random.pick(givenNames),
    relationship: random.pick(['mother', 'mother', 'father', 'guardian', 'grandparent'] as const),
  }
}
export type Student = ReturnType<typeof studentAt>

function* each(
  plan: Plan,
  rows: (student: Student, place: number) => Iterable<readonly Cell[]>,
): Generator<readonly Cell[]> {
  for (let place = 0; place < plan.size.students; place++) yield* rows(studentAt(plan, place), place)
}

export function studentTables(plan: Plan): Table[] {
  const { district, now } = plan
  const checked = dayOf(before(now, 60))
  return [
    {
      name: 'student',
      columns: [
        'district_id',
        'id',
        'source_id',
        'local_id',
        'given_name',
        'family_name',
        'born_on',
        'grade',
        'school_id',
        'home_language',
        'disability',
        'neighborhood',
      ],
      rows: each(plan, (one, place) => [
        [
          district,
          one.id,
          `STU${place}`,
          String(100_000 + place),
          one.given,
          one.family,
          one.bornOn,
          one.grade,
          idAt('school', one.school),
          one.language,
          one.disability,
          one.neighborhood,
        ],
      ]),
    },
    {
      name: 'student_name',
      columns: ['district_id', 'word', 'student_id', 'school_id'],
      rows: each(plan, (one) =>
        nameWords(one.given, one.family).map((word) => [district, word, one.id, idAt('school', one.school)]),
      ),
    },
    {
      name: 'student_name_pair',
      columns: ['district_id', 'word', 'later_word', 'student_id'],
      rows: each(plan, (one) =>
        wordPairs(nameWords(one.given, one.family)).map(([word, later]) => [district, word, later, one.id]),
      ),
    },
    {
      name: 'enrolment',
      columns: ['district_id', 'id', 'student_id', 'school_id', 'source_id', 'is_primary', 'starts_on'],
      rows: each(plan, (one, place) => [
        [
          district,
          idAt('enrolment', place),
          one.id,
          idAt('school', one.school),
          `ENR${place}`,
          true,
          dayOf(before(now, 200)),
        ],
      ]),
    },
    {
      name: 'caregiver',
      columns: ['district_id', 'id', 'source_id', 'name', 'phone', 'language', 'interpreter'],
      rows: each(plan, (one, place) => [
        [
          district,
          idAt('caregiver', place),
          `PAR${place}`,
          `${one.caregiver} ${one.family}`,
          '555-0199',
          one.language,
          one.language !== 'en' && one.language !== 'unknown',
        ],
      ]),
    },
    {
      name: 'guardianship',
      columns: [
        'district_id',
        'student_id',
        'caregiver_id',
        'relationship',
        'authority',
        'authority_checked_on',
      ],
      rows: each(plan, (one, place) => [
        [district, one.id, idAt('caregiver', place), one.relationship, 'may_consent', checked],
      ]),
    },
  ]
}
