import { families } from './families.ts'
import { withHeaders } from './oneroster-headers.ts'
import { zipTables } from './oneroster.ts'
import { type SchoolKey, schools } from './places.ts'

type Pupil = Record<'given' | 'family' | 'born' | 'grade' | 'localId', string> & { school: SchoolKey }

/** Students without a story: they came with the file, as most do. */
const newcomers: readonly Pupil[] = [
  { given: 'Hana', family: 'Yoon', born: '2013-06-02', grade: '7', localId: 'R20411', school: 'alderCreek' },
  { given: 'Caleb', family: 'Brandt', born: '2018-01-17', grade: '2', localId: 'R20412', school: 'larkspur' },
  { given: 'Yara', family: 'Haddad', born: '2010-10-29', grade: '10', localId: 'R20413', school: 'harlow' },
]

const plain = ['', '']
const empty = (count: number) => Array.from({ length: count }, () => '')
const sourceOf = ({ localId }: Pupil) => `S-${localId}`
const code = ({ grade }: Pupil) => (grade === 'K' ? 'KG' : grade.padStart(2, '0'))
const classOf = (pupil: Pupil) => `${schools[pupil.school].sourceId}-${code(pupil)}`
const begins = '2026-08-17'

const userRow = (pupil: Pupil) => [
  sourceOf(pupil),
  ...plain,
  'true',
  sourceOf(pupil),
  '',
  pupil.given,
  pupil.family,
  '',
  pupil.localId,
  ...empty(4),
  code(pupil),
  ...empty(8),
]

const roleRow = (pupil: Pupil) => {
  const { sourceId } = schools[pupil.school]
  return [`R-${pupil.localId}`, ...plain, sourceOf(pupil), 'primary', 'student', '', '', sourceId, '']
}

const enrolmentRow = (pupil: Pupil) => {
  const { sourceId } = schools[pupil.school]
  return [
    `E-${pupil.localId}`,
    ...plain,
    classOf(pupil),
    sourceId,
    sourceOf(pupil),
    'student',
    'true',
    begins,
    '',
  ]
}

const classRow = (pupil: Pupil) => {
  const { sourceId } = schools[pupil.school]
  const grade = code(pupil)
  const tail = [grade, 'course', '', 'homeroom', '', sourceId, 'year', '', '', '']
  return [classOf(pupil), ...plain, `Homeroom ${grade}`, ...tail]
}

/**
 * The roster of Riverside as its student system would write it: everybody of the stories, a few students
 * more, and one line about a school that is not in it, as real files have them.
 */
export function riversideRoster(): Buffer {
  const pupils: Pupil[] = [...Object.values(families), ...newcomers]
  const classes = new Map(pupils.map((pupil) => [classOf(pupil), classRow(pupil)]))
  const [first] = pupils as [Pupil]
  const elsewhere = enrolmentRow(first).with(0, 'E-R00000').with(3, 'RIV-PORTABLE')
  return zipTables(
    '1.2',
    'bulk',
    withHeaders('1.2', {
      orgs: [
        ['RIV', ...plain, 'Riverside Schools', 'district', '', ''],
        ...Object.values(schools).map(({ sourceId, name }) => [
          sourceId,
          ...plain,
          name,
          'school',
          '',
          'RIV',
        ]),
      ],
      academicSessions: [['year', ...plain, '2026 to 2027', 'schoolYear', begins, '2027-06-11', '', '2027']],
      classes: [...classes.values()],
      users: pupils.map(userRow),
      roles: pupils.map(roleRow),
      demographics: pupils.map((pupil) => [sourceOf(pupil), ...plain, pupil.born, ...empty(12)]),
      enrollments: [...pupils.map(enrolmentRow), elsewhere],
    }),
  )
}
