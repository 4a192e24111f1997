import { describe, expect, test } from 'vitest'
import { sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import type { KnownRoster } from './assembled.ts'
import { readRoster } from './read-roster.ts'

const at = '2026-10-01T06:00:00.000Z'
const known: KnownRoster = {
  schools: new Set(['alder', 'lark']),
  otherOrgs: new Set(['d1']),
  people: new Map([
    ['leo', { student: true, staff: false, family: undefined }],
    ['amara', { student: true, staff: false, family: undefined }],
    ['carmen', { student: false, staff: false, family: 'parent' }],
    ['okafor', { student: false, staff: true, family: 'guardian' }],
  ]),
}

/** Rows of the sample's shape: `@` stands for the time of change. */
const file = (name: keyof typeof sampleFiles, ...rows: string[]): Record<string, string> => ({
  [name]: [sampleFiles[name].split('\r\n', 1)[0], ...rows.map((row) => row.replace('@', at))].join('\r\n'),
})
const readDelta = (files: Record<string, string>, from: KnownRoster = known) =>
  readRoster(sampleRoster(files, 'delta'), { known: from })

const leo = (status: string) => `leo,${status},@,true,leo,,Leonardo,Reyes,,40001,,,,carmen,10,,,,Leo,,,,`

describe('A delta', () => {
  test('that withdraws a student ends the student and the enrolment, and deletes nobody', async () => {
    const { roster, findings } = await readDelta({
      ...file('users.csv', leo('tobedeleted')),
      ...file('roles.csv', 'r1,tobedeleted,@,leo,primary,student,2026-08-17,,alder,'),
    })
    expect(findings.refusals).toEqual([])
    expect(roster.students).toEqual([
      expect.objectContaining({
        sourcedId: 'leo',
        familyName: 'Reyes',
        ended: true,
        enrolmentsAreWhole: false,
        enrolments: [
          expect.objectContaining({ schoolSourcedId: 'alder', ended: true, statedBy: 'membership' }),
        ],
      }),
    ])
    expect(roster.guardianships).toEqual([
      {
        studentSourcedId: 'leo',
        guardianSourcedId: 'carmen',
        relationship: 'parent',
        statedBy: 'student',
        ended: true,
      },
    ])
  })

  test('that withdraws a student ends every school, whatever the other rows still say', async () => {
    const { roster } = await readDelta({
      ...file('users.csv', leo('tobedeleted')),
      ...file('roles.csv', 'r1,active,@,leo,primary,student,2026-08-17,,alder,'),
      ...file('enrollments.csv', 'e1,active,@,c-lark,lark,leo,student,,2026-08-17,2027-06-04'),
    })
    expect(
      roster.students[0]?.enrolments.map(({ schoolSourcedId, ended }) => [schoolSourcedId, ended]),
    ).toEqual([
      ['alder', true],
      ['lark', true],
    ])
  })

  test('that moves a student whose own row did not come ends one school and begins another', async () => {
    const { roster, findings } = await readDelta(
      file(
        'roles.csv',
        'r1,tobedeleted,@,leo,primary,student,2026-08-17,,alder,',
        'r9,active,@,leo,primary,student,2026-10-01,,lark,',
      ),
    )
    expect(findings.refusals).toEqual([])
    expect(roster.students).toEqual([])
    expect(roster.ofKnown.enrolments).toEqual([
      expect.objectContaining({
        studentSourcedId: 'leo',
        schoolSourcedId: 'alder',
        ended: true,
        primary: undefined,
      }),
      expect.objectContaining({
        studentSourcedId: 'leo',
        schoolSourcedId: 'lark',
        ended: false,
        beganOn: '2026-10-01',
      }),
    ])
  })

  test('that drops one class does not end the school while another row keeps the student there', async () => {
    const dropped = 'e1,tobedeleted,@,c-alder,alder,leo,student,,2026-08-17,2026-10-01'
    const joined = 'e9,active,@,c-new,alder,leo,student,,2026-10-01,2027-06-04'
    const { roster } = await readDelta(file('enrollments.csv', dropped, joined))
    expect(roster.ofKnown.enrolments).toEqual([
      {
        studentSourcedId: 'leo',
        schoolSourcedId: 'alder',
        beganOn: '2026-10-01',
        endedOn: '2027-06-04',
        primary: undefined,
        ended: false,
        statedBy: 'class',
      },
    ])
    const alone = await readDelta(file('enrollments.csv', dropped))
    expect(alone.roster.ofKnown.enrolments).toEqual([
      expect.objectContaining({ schoolSourcedId: 'alder', ended: true, statedBy: 'class' }),
    ])
  })

  test('may refer to what the district has, and to nothing else', async () => {
    const rows = file(
      'roles.csv',
      'r1,active,@,leo,primary,student,,,gone,',
      'r2,active,@,nobody,primary,student,,,alder,',
      'r3,active,@,okafor,primary,principal,,,alder,',
    )
    const { roster, findings } = await readDelta(rows)
    expect(findings.refusals).toEqual([
      { file: 'roles.csv', line: 2, reason: 'org_not_found', column: 'orgSourcedId' },
      { file: 'roles.csv', line: 3, reason: 'user_not_found', column: 'userSourcedId' },
    ])
    expect(roster.ofKnown.staffRoles).toEqual([
      expect.objectContaining({
        staffSourcedId: 'okafor',
        role: 'principal',
        orgSourcedId: 'alder',
        schoolSourcedId: 'alder',
      }),
    ])
    const nothing = await readRoster(sampleRoster(rows, 'delta'))
    expect(nothing.findings.refusals).toHaveLength(3)
  })

  test('changes a name without saying the role again, because the district knows it', async () => {
    const { roster, findings } = await readDelta(file('users.csv', leo('active')))
    expect(findings.refusals).toEqual([])
    expect(roster.students).toEqual([
      expect.objectContaining({ sourcedId: 'leo', grade: '10', enrolments: [] }),
    ])
    const stranger = await readDelta(file('users.csv', leo('active').replaceAll('leo', 'new')))
    expect(stranger.findings.refusals).toEqual([{ file: 'users.csv', line: 2, reason: 'no_role' }])
  })

  test('brings the birthday of a student whose own row did not come', async () => {
    const { roster } = await readDelta(file('demographics.csv', 'amara,active,@,2013-03-01,,,,,,,,,,,,'))
    expect(roster.ofKnown.births).toEqual([{ studentSourcedId: 'amara', bornOn: '2013-03-01' }])
  })

  test('a full file, by contrast, may not lean on what the district has', async () => {
    const roles = sampleFiles['roles.csv'].replace(
      'leo,primary,student,2026-08-17,,alder',
      'leo,primary,student,,,old',
    )
    const births = `${sampleFiles['demographics.csv']}old,,,2012-01-01,,,,,,,,,,,,\r\n`
    const old = { student: true, staff: false, family: undefined }
    const more: KnownRoster = { ...known, schools: new Set(['old']), people: new Map([['old', old]]) }
    const zip = sampleRoster({ 'roles.csv': roles, 'demographics.csv': births })
    const { findings } = await readRoster(zip, { known: more })
    expect(findings.refusals).toEqual(
      expect.arrayContaining([
        { file: 'roles.csv', line: 2, reason: 'org_not_found', column: 'orgSourcedId' },
        { file: 'demographics.csv', line: 4, reason: 'user_not_found', column: 'sourcedId' },
      ]),
    )
  })
})
