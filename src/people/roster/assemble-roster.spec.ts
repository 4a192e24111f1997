import { describe, expect, test } from 'vitest'
import { changed, sampleFiles, sampleManifest, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { assembleRoster } from './assemble-roster.ts'
import type { RosterRow } from './oneroster.ts'
import { openRoster } from './open-roster.ts'
import { readRoster } from './read-roster.ts'

const readSample = (changes: Record<string, string | undefined> = {}) => readRoster(sampleRoster(changes))
const refusalsIn = async (changes: Record<string, string | undefined>) =>
  (await readSample(changes)).findings.refusals

describe('An assembled roster', () => {
  test('has the schools, the year, and each student with names, birthday, grade and school', async () => {
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

describe('The schools of a student', () => {
  const schoolsOf = async (changes: Record<string, string | undefined>) => {
    const { roster } = await readSample(changes)
    return roster.students
      .find(({ sourcedId }) => sourcedId === 'leo')
      ?.enrolments.map((enrolment) => [
        enrolment.schoolSourcedId,
        enrolment.beganOn,
        enrolment.endedOn,
        enrolment.primary,
        enrolment.statedBy,
      ])
  }

  test('come from roles, with class rows lending the beginning that a role does not say', async () => {
    expect(await schoolsOf(changed('roles.csv', '2026-08-17,,alder', ',2026-12-18,alder'))).toEqual([
      ['alder', '2026-08-17', '2026-12-18', true, 'membership'],
    ])
  })

  test('come from class rows alone where no role names the school', async () => {
    const old =
      'e4,,,c-lark,lark,leo,student,,2026-08-03,2026-08-14\r\ne5,,,c-lark,lark,leo,student,,2026-08-01,2026-08-10\r\n'
    expect(await schoolsOf({ 'enrollments.csv': sampleFiles['enrollments.csv'] + old })).toEqual([
      ['alder', '2026-08-17', undefined, true, 'membership'],
      ['lark', '2026-08-01', '2026-08-14', false, 'class'],
    ])
  })

  test('have one that answers for the student: the named one, else the one that goes on longest', async () => {
    const both = (first: string, second: string) => ({
      'roles.csv': sampleFiles['roles.csv'].replace(
        'r1,,,leo,primary,student,2026-08-17,,alder,',
        `r1,,,leo,primary,student,,${first},alder,\r\nr1b,,,leo,secondary,student,,${second},lark,`,
      ),
    })
    const primaryOf = async (changes: Record<string, string | undefined>) =>
      (await schoolsOf(changes))?.find(([, , , primary]) => primary)?.[0]
    expect(await primaryOf(both('', ''))).toBe('alder')
    expect(await primaryOf(both('2026-12-18', ''))).toBe('lark')
    expect(await primaryOf(both('2026-12-18', '2026-11-01'))).toBe('alder')
    const named = sampleFiles['users.csv'].replace('Leo,,,,he', 'Leo,,,lark,he')
    expect(await primaryOf({ ...both('', '2026-11-01'), 'users.csv': named })).toBe('lark')
  })

  test('are found by the enrollment itself when classes are not sent', async () => {
    const roles = sampleFiles['roles.csv'].replace(
      'leo,primary,student,2026-08-17,,alder',
      'leo,primary,student,,,d1',
    )
    const changes = { 'classes.csv': undefined, 'roles.csv': roles }
    expect(await schoolsOf(changes)).toEqual([['alder', '2026-08-17', '2027-06-04', true, 'class']])
    expect(await refusalsIn(changes)).toEqual([])
  })
})

describe('A reference that leads nowhere', () => {
  test.each([
    [
      'to a school in a role',
      changed('roles.csv', ',alder,\r\nr2', ',gone,\r\nr2'),
      { file: 'roles.csv', line: 2, reason: 'org_not_found', column: 'orgSourcedId' },
    ],
    [
      'to a person in a role',
      changed('roles.csv', 'r3,,,carmen', 'r3,,,nobody'),
      { file: 'roles.csv', line: 4, reason: 'user_not_found', column: 'userSourcedId' },
    ],
    [
      'to a birthday of nobody',
      changed('demographics.csv', 'amara', 'nobody'),
      { file: 'demographics.csv', line: 3, reason: 'user_not_found', column: 'sourcedId' },
    ],
    [
      'to a person in an enrollment',
      changed('enrollments.csv', 'lark,amara', 'lark,nobody'),
      { file: 'enrollments.csv', line: 3, reason: 'user_not_found', column: 'userSourcedId' },
    ],
    [
      'to a class',
      changed('enrollments.csv', 'c-lark,', 'c-gone,'),
      { file: 'enrollments.csv', line: 3, reason: 'class_not_found', column: 'classSourcedId' },
    ],
    [
      'from a class to its school',
      changed('classes.csv', ',,lark,', ',,gone,'),
      { file: 'enrollments.csv', line: 3, reason: 'org_not_found', column: 'classSourcedId' },
    ],
    [
      'from a class to the district',
      changed('classes.csv', ',,lark,', ',,d1,'),
      { file: 'enrollments.csv', line: 3, reason: 'school_not_found', column: 'classSourcedId' },
    ],
    [
      'to a student who is none',
      changed('enrollments.csv', 'lark,amara', 'lark,carmen'),
      { file: 'enrollments.csv', line: 3, reason: 'not_a_student', column: 'userSourcedId' },
    ],
    [
      'to family',
      changed('users.csv', '"carmen,abuelo"', '"carmen,nobody"'),
      { file: 'users.csv', line: 2, reason: 'agent_not_found', column: 'agentSourcedIds' },
    ],
  ])('%s is named by file and line', async (_where, changes, refusal) => {
    expect(await refusalsIn(changes)).toContainEqual(refusal)
  })

  test('leaves out a person whom nothing describes, and every link to them', async () => {
    const roleless = await readSample(
      changed('roles.csv', 'r3,,,carmen,primary,parent', 'r3,,,abuelo,primary,parent'),
    )
    expect(roleless.findings.refusals).toEqual([{ file: 'users.csv', line: 4, reason: 'no_role' }])
    expect(roleless.roster.guardianships.map((link) => link.guardianSourcedId)).toEqual(['abuelo', 'okafor'])

    const schoolless = await readSample({
      ...changed('roles.csv', 'amara,primary,student,,,lark', 'amara,primary,student,,,d1'),
      ...changed('enrollments.csv', 'e2,,,c-lark,lark,amara,student,,2026-08-24,2027-06-04\r\n', ''),
    })
    expect(schoolless.findings.refusals).toEqual([{ file: 'users.csv', line: 3, reason: 'no_school' }])
    expect(schoolless.roster.students.map(({ sourcedId }) => sourcedId)).toEqual(['leo'])
    expect(schoolless.roster.guardianships.map((link) => link.studentSourcedId)).toEqual(['leo', 'leo'])
  })

  test('climbs from department to department without walking in circles', async () => {
    const circle = sampleFiles['orgs.csv'].replace(
      'alder-math,,,Mathematics,department,,alder',
      'alder-math,,,Mathematics,department,,algebra\r\n' + 'algebra,,,Algebra,department,,alder-math',
    )
    const { roster } = await readSample({ 'orgs.csv': circle })
    expect(roster.staff[0]?.roles[0]).toMatchObject({
      orgSourcedId: 'alder-math',
      schoolSourcedId: undefined,
    })
  })
})

describe('Grades', () => {
  test.each([
    ['KG', 'K'],
    ['01', '1'],
    ['1', '1'],
    ['12', '12'],
    ['13', '13'],
    ['PK', 'PK'],
    ['UG', 'UG'],
    ['Other', 'Other'],
    ['', 'unknown'],
    ['kg', 'unknown'],
    ['99', 'unknown'],
  ])('%s is kept as %s', async (code, grade) => {
    const { roster, findings } = await readSample(
      changed('users.csv', '"carmen,abuelo",09', `"carmen,abuelo",${code}`),
    )
    expect(roster.students[0]?.grade).toBe(grade)
    const strange = code !== '' && grade === 'unknown'
    expect(findings.notices).toEqual(strange ? [{ file: 'users.csv', code: 'grade_not_known', line: 2 }] : [])
  })

  test('given twice are kept as the first, and that is said', async () => {
    const { roster, findings } = await readSample(
      changed('users.csv', '"carmen,abuelo",09', '"carmen,abuelo","09,10"'),
    )
    expect(roster.students[0]?.grade).toBe('9')
    expect(findings.notices).toEqual([{ file: 'users.csv', code: 'several_grades', line: 2 }])
  })
})

test('rows may be assembled from a list, but only in the order in which they are read', async () => {
  const open = await openRoster(sampleRoster())
  const rows: RosterRow[] = []
  for await (const some of open.batches()) rows.push(...some)
  open.close()
  const given = { manifest: open.manifest, findings: open.findings }
  expect(assembleRoster(rows, given)).toEqual((await readSample()).roster)
  expect(() => assembleRoster(rows.toReversed(), given)).toThrow('order of their files')
})

test('the sample manifest is what the sample specs believe it is', () => {
  expect(sampleManifest(sampleFiles)).toContain('file.roles,bulk\r\n')
})
