import { describe, expect, test } from 'vitest'
import { type Changes, readSampleRows } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { assembleRoster } from './assemble-roster.ts'
import { readRoster } from './read-roster.ts'

const readSample = (changes: Changes = {}) => readRoster(sampleRoster(changes))

describe('An assembled roster', () => {
  test('has the schools and the year', async () => {
    const { roster, findings } = await readSample()
    expect(findings.totals).toEqual({ refusals: 0, notices: 0 })
    expect(roster.schools.map(({ sourcedId, name, identifier }) => [sourcedId, name, identifier])).toEqual([
      ['alder', 'Alder Creek High', '0101'],
      ['lark', 'Larkspur Middle', '0102'],
    ])
    expect(roster.sessions).toEqual([
      {
        sourcedId: 'year',
        title: '2026 to 2027',
        type: 'schoolYear',
        startsOn: '2026-08-17',
        endsOn: '2027-06-04',
        schoolYear: 2027,
        parentSourcedId: undefined,
        ended: false,
      },
    ])
  })

  test('has each student with names, birthday, grade and school', async () => {
    const { roster } = await readSample()
    expect(roster.students[0]).toEqual({
      sourcedId: 'leo',
      localIdentifier: '40001',
      givenName: 'Leonardo',
      middleName: undefined,
      familyName: 'Reyes',
      preferredGivenName: 'Leo',
      preferredMiddleName: undefined,
      preferredFamilyName: undefined,
      bornOn: '2011-10-09',
      grade: '9',
      homeLanguage: 'unknown',
      disability: 'unknown',
      enrolmentsAreWhole: true,
      ended: false,
      enrolments: [
        {
          studentSourcedId: 'leo',
          schoolSourcedId: 'alder',
          beganOn: '2026-08-17',
          endedOn: undefined,
          primary: true,
          ended: false,
          statedBy: 'membership',
        },
      ],
    })
    expect(roster.students.map(({ sourcedId }) => sourcedId)).toEqual(['leo', 'amara'])
    expect(roster.ofKnown).toEqual({ enrolments: [], staffRoles: [], births: [] })
  })

  test('has each family, whichever of the two rows names the other', async () => {
    const { roster } = await readSample()
    const ended = false
    expect(roster.guardianships).toEqual([
      {
        studentSourcedId: 'leo',
        guardianSourcedId: 'carmen',
        relationship: 'parent',
        statedBy: 'student',
        ended,
      },
      {
        studentSourcedId: 'leo',
        guardianSourcedId: 'abuelo',
        relationship: 'relative',
        statedBy: 'student',
        ended,
      },
      {
        studentSourcedId: 'amara',
        guardianSourcedId: 'okafor',
        relationship: 'guardian',
        statedBy: 'guardian',
        ended,
      },
    ])
    expect(
      roster.guardians.map(({ sourcedId, phone, sms, email }) => [sourcedId, phone, sms, email]),
    ).toEqual([
      ['carmen', '555-0102', '555-0101', 'carmen@family.example'],
      ['abuelo', undefined, undefined, undefined],
      ['okafor', undefined, undefined, 'okafor@riverside.example'],
    ])
  })

  test('keeps a link once when both rows name each other', async () => {
    const users = sampleFiles['users.csv'].replace('555-0102,,', '555-0102,leo,')
    const { roster } = await readSample({ 'users.csv': users })
    const links = roster.guardianships.filter((link) => link.guardianSourcedId === 'carmen')
    expect(links).toEqual([expect.objectContaining({ studentSourcedId: 'leo', statedBy: 'student' })])
  })

  test('knows a person who is staff and family as both, and a department as its school', async () => {
    const { roster } = await readSample()
    expect(roster.staff).toEqual([
      expect.objectContaining({
        sourcedId: 'okafor',
        familyName: 'Okafor',
        email: 'okafor@riverside.example',
        enabled: true,
        ended: false,
        rolesAreWhole: true,
        roles: [
          {
            role: 'teacher',
            orgSourcedId: 'alder-math',
            schoolSourcedId: 'alder',
            primary: true,
            beganOn: undefined,
            endedOn: undefined,
            ended: false,
          },
        ],
      }),
    ])
  })

  test('tells a role at the district from a role at a school', async () => {
    const roles = changed('roles.csv', 'okafor,primary,teacher,,,alder-math', 'okafor,primary,counselor,,,d1')
    const { roster } = await readSample(roles)
    expect(roster.staff[0]?.roles).toEqual([
      expect.objectContaining({ role: 'counselor', orgSourcedId: 'd1', schoolSourcedId: undefined }),
    ])
  })

  test('calls nobody a guardian who has no family role', async () => {
    const { roster, findings } = await readSample(changed('users.csv', '"carmen,abuelo"', '"carmen,amara"'))
    expect(roster.guardianships.map((link) => link.guardianSourcedId)).toEqual(['carmen', 'okafor'])
    expect(findings.notices).toEqual([{ file: 'users.csv', code: 'agent_without_family_role', line: 2 }])
  })

  test('takes an aide for family only where a student names one', async () => {
    const aide = changed('roles.csv', 'abuelo,primary,relative', 'abuelo,primary,aide')
    const named = await readSample(aide)
    expect(named.roster.guardianships[1]).toMatchObject({ guardianSourcedId: 'abuelo', relationship: 'aide' })
    expect(named.roster.staff.map(({ sourcedId }) => sourcedId)).toEqual(['abuelo', 'okafor'])

    const unnamed = await readSample({ ...aide, ...changed('users.csv', '"carmen,abuelo"', 'carmen') })
    expect(unnamed.roster.guardians.map(({ sourcedId }) => sourcedId)).toEqual(['carmen', 'okafor'])
  })
})

test('rows may be assembled from a list, but only in the order in which they are read', async () => {
  const { rows, manifest, findings } = await readSampleRows()
  expect(assembleRoster(rows, { manifest, findings })).toEqual((await readSample()).roster)
  const backwards = () => assembleRoster(rows.toReversed(), { manifest, findings })
  expect(backwards).toThrow('order of their files')
})
