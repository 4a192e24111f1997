import { describe, expect, test } from 'vitest'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { type RosterLimits, rosterLimits } from './limits.ts'
import type { RosterRow } from './oneroster.ts'
import { openRoster } from './open-roster.ts'
import { RosterRefused } from './refused.ts'

async function read(zip: Buffer, limits: Partial<RosterLimits> = {}) {
  const roster = await openRoster(zip, { ...rosterLimits, ...limits })
  const rows: RosterRow[] = []
  try {
    for await (const some of roster.batches()) rows.push(...some)
  } finally {
    roster.close()
  }
  return { rows, ...roster.findings, refusals: roster.findings.refusals, notices: roster.findings.notices }
}

const readSample = (changes: Record<string, string | Uint8Array | undefined> = {}) =>
  read(sampleRoster(changes))
const idsOf = (rows: readonly RosterRow[], file: string) =>
  rows.filter((row) => row.file === file).map((row) => row.sourcedId)

async function refusalOf(zip: Buffer, limits: Partial<RosterLimits> = {}) {
  const error: unknown = await read(zip, limits).then(
    () => 'read',
    (reason: unknown) => reason,
  )
  return error instanceof RosterRefused ? { code: error.code, ...error.detail } : error
}

describe('A roster', () => {
  test('is read as typed rows with their lines, what is referred to first', async () => {
    const { rows, refusals, notices } = await readSample()
    expect(refusals).toEqual([])
    expect(notices).toEqual([])
    expect([...new Set(rows.map((row) => row.file))]).toEqual([
      'orgs',
      'academicSessions',
      'classes',
      'users',
      'roles',
      'demographics',
      'enrollments',
    ])
    expect(rows.find((row) => row.sourcedId === 'leo' && row.file === 'users')).toEqual({
      file: 'users',
      line: 2,
      sourcedId: 'leo',
      status: 'active',
      modifiedAt: undefined,
      enabledUser: true,
      orgSourcedIds: [],
      role: undefined,
      givenName: 'Leonardo',
      familyName: 'Reyes',
      middleName: undefined,
      identifier: '40001',
      email: undefined,
      sms: undefined,
      phone: undefined,
      agentSourcedIds: ['carmen', 'abuelo'],
      grades: ['09'],
      preferredGivenName: 'Leo',
      preferredMiddleName: undefined,
      preferredFamilyName: undefined,
      primaryOrgSourcedId: undefined,
    })
  })

  test('never brings passwords, pronouns, sex or race out of its files', async () => {
    const { rows } = await readSample()
    const said = JSON.stringify(rows)
    expect(said).toContain('Leonardo')
    expect(said).toContain('2011-10-09')
    for (const kept of ['secret', '"he"', 'male']) expect(said).not.toContain(kept)
  })

  test('may have its columns in another order, a byte order mark, and plain line feeds', async () => {
    const orgs =
      '\ufefftype,name,sourcedId,status,dateLastModified\nschool,Alder Creek,alder,,\ndistrict,Riverside,d1,,\n'
    const { rows } = await readSample({ 'orgs.csv': orgs })
    expect(idsOf(rows, 'orgs')).toEqual(['alder', 'd1'])
  })

  test('counts lines through quoted cells, and keeps a name on one line', async () => {
    const spanning = changed('users.csv', 'Leonardo', '"Leo\r\nNardo"')
    const { rows, refusals } = await readSample({
      'users.csv': spanning['users.csv']?.replace('amara,,,true', 'amara,,,yes'),
    })
    expect(rows).toContainEqual(expect.objectContaining({ sourcedId: 'leo', givenName: 'Leo Nardo' }))
    expect(refusals).toEqual([{ file: 'users.csv', line: 4, reason: 'not_in_list', column: 'enabledUser' }])
  })

  test('in another encoding is refused by file and byte', async () => {
    const latin = Buffer.from(sampleFiles['users.csv'].replace('Leonardo', 'José'), 'latin1')
    expect(await refusalOf(sampleRoster({ 'users.csv': latin }))).toEqual({
      code: 'not_utf8',
      file: 'users.csv',
      byte: latin.indexOf(0xe9),
    })
    const utf16 = Buffer.from(`\ufeff${sampleFiles['roles.csv']}`, 'utf16le')
    expect(await refusalOf(sampleRoster({ 'roles.csv': utf16 }))).toEqual({
      code: 'utf16',
      file: 'roles.csv',
      byte: 0,
    })
  })
})

describe('The header of a file', () => {
  test('has the columns that are needed, spelled as the standard spells them', async () => {
    expect(await refusalOf(sampleRoster(changed('users.csv', 'sourcedId', 'SourcedId')))).toEqual({
      code: 'missing_column',
      file: 'users.csv',
      column: 'sourcedId',
    })
    expect(await refusalOf(sampleRoster(changed('enrollments.csv', 'userSourcedId', 'user')))).toEqual({
      code: 'missing_column',
      file: 'enrollments.csv',
      column: 'userSourcedId',
    })
  })

  test('names each column once', async () => {
    expect(await refusalOf(sampleRoster(changed('orgs.csv', 'identifier', 'name')))).toEqual({
      code: 'duplicate_column',
      file: 'orgs.csv',
      column: 'name',
    })
  })

  test('may have columns we do not know: they are reported and left alone', async () => {
    const orgs = sampleFiles['orgs.csv'].replaceAll('\r\n', ',x\r\n').replace(',x', ',metadata.homeLanguage')
    const { notices, refusals, rows } = await readSample({ 'orgs.csv': orgs })
    expect(refusals).toEqual([])
    expect(idsOf(rows, 'orgs')).toHaveLength(4)
    expect(notices).toEqual([
      { file: 'orgs.csv', code: 'unknown_column', line: 1, name: 'metadata.homeLanguage' },
    ])
  })

  test('is told when an optional column has its letters wrong', async () => {
    const { notices } = await readSample(changed('users.csv', 'grades', 'Grades'))
    expect(notices).toEqual([{ file: 'users.csv', code: 'column_spelling', line: 1, name: 'Grades' }])
  })

  test('is there, with rows under it, in the files that would otherwise end everyone', async () => {
    const onlyHeader = `${sampleFiles['users.csv'].split('\r\n', 1)[0]}\r\n`
    expect(await refusalOf(sampleRoster({ 'users.csv': onlyHeader }))).toEqual({
      code: 'no_rows',
      file: 'users.csv',
    })
    expect(await refusalOf(sampleRoster({ 'users.csv': '' }))).toEqual({
      code: 'no_header',
      file: 'users.csv',
    })
    const noBirths = `${sampleFiles['demographics.csv'].split('\r\n', 1)[0]}\r\n`
    expect((await readSample({ 'demographics.csv': noBirths })).notices).toEqual([
      { file: 'demographics.csv', code: 'no_rows' },
    ])
  })

  test('stands on a line of its own: a carriage return alone does not end one', async () => {
    const old = sampleFiles['orgs.csv'].replaceAll('\r\n', '\r')
    expect(await refusalOf(sampleRoster({ 'orgs.csv': old }))).toEqual({
      code: 'line_ends',
      file: 'orgs.csv',
    })
  })

  test('is not wider than any roster needs', async () => {
    const wide = sampleFiles['orgs.csv'].replace('parentSourcedId', `parentSourcedId${',x'.repeat(200)}`)
    expect(await refusalOf(sampleRoster({ 'orgs.csv': wide }))).toEqual({
      code: 'too_many_columns',
      file: 'orgs.csv',
      limit: 200,
    })
  })
})

describe('A row', () => {
  test.each([
    [
      'has the cells of its header',
      changed('orgs.csv', 'lark,,,Larkspur Middle', 'lark,,,Larkspur, Middle'),
      { file: 'orgs.csv', line: 4, reason: 'wrong_cell_count' },
    ],
    [
      'has what is needed',
      changed('users.csv', 'Leonardo', '  '),
      { file: 'users.csv', line: 2, reason: 'missing_value', column: 'givenName' },
    ],
    [
      'has a sourcedId',
      changed('users.csv', 'abuelo,,,', ',,,'),
      { file: 'users.csv', line: 5, reason: 'missing_value', column: 'sourcedId' },
    ],
    [
      'uses tokens in their own spelling',
      changed('roles.csv', 'leo,primary,student', 'leo,primary,Student'),
      { file: 'roles.csv', line: 2, reason: 'not_in_list', column: 'role' },
    ],
    [
      'has real dates',
      changed('demographics.csv', '2013-02-28', '2013-02-29'),
      { file: 'demographics.csv', line: 3, reason: 'bad_date', column: 'birthDate' },
    ],
    [
      'has dates as the standard writes them',
      changed('demographics.csv', '2013-02-28', '02/28/2013'),
      { file: 'demographics.csv', line: 3, reason: 'bad_date', column: 'birthDate' },
    ],
    [
      'ends after it begins',
      changed('enrollments.csv', '2026-08-24,2027-06-04', '2026-08-24,2026-08-23'),
      { file: 'enrollments.csv', line: 3, reason: 'ends_before_it_begins', column: 'endDate' },
    ],
    [
      'has a school year of four digits',
      changed('academicSessions.csv', ',,2027\r\n', ',,27\r\n'),
      { file: 'academicSessions.csv', line: 2, reason: 'bad_year', column: 'schoolYear' },
    ],
    [
      'is the only one with its sourcedId',
      changed('users.csv', 'abuelo,,,', 'leo,,,'),
      { file: 'users.csv', line: 5, reason: 'duplicate_sourced_id', column: 'sourcedId' },
    ],
    [
      'holds nothing that cannot be shown',
      changed('users.csv', 'Leonardo', 'Leo\u0007nardo'),
      { file: 'users.csv', line: 2, reason: 'control_character', column: 'givenName' },
    ],
    [
      'is of a length that a screen can show',
      changed('users.csv', 'Leonardo', 'o'.repeat(1001)),
      { file: 'users.csv', line: 2, reason: 'too_long', column: 'givenName' },
    ],
    [
      'has references of bounded length',
      changed('users.csv', '"carmen,abuelo"', `"carmen,${'o'.repeat(256)}"`),
      { file: 'users.csv', line: 2, reason: 'too_long', column: 'agentSourcedIds' },
    ],
    [
      'does not end somebody in a full file',
      changed('users.csv', 'leo,,,', 'leo,tobedeleted,,'),
      { file: 'users.csv', line: 2, reason: 'status_in_bulk', column: 'status' },
    ],
  ])('%s, or is left out with its reason', async (_fact, changes, refusal) => {
    const whole = await readSample()
    const { rows, refusals } = await readSample(changes)
    expect(refusals).toEqual([refusal])
    expect(rows).toHaveLength(whole.rows.length - 1)
  })

  test('of a full file may say active and when, which is noted once and set aside', async () => {
    const text = sampleFiles['orgs.csv'].replaceAll(/^(\w[\w-]*),,,/gm, '$1,active,2026-10-01T00:00:00Z,')
    const { rows, notices, refusals } = await readSample({ 'orgs.csv': text })
    expect(refusals).toEqual([])
    expect(notices).toEqual([{ file: 'orgs.csv', code: 'bulk_status_filled' }])
    expect(rows[0]).toMatchObject({ sourcedId: 'd1', status: 'active', modifiedAt: undefined })
  })

  test('of a delta says whether it stands, and since when', async () => {
    const header = sampleFiles['orgs.csv'].split('\r\n', 1)[0]
    const at = '2026-10-01T06:00:00.000Z'
    const orgs = [
      header,
      `a,active,${at},A,school,,`,
      `b,tobedeleted,${at},B,school,,`,
      'c,,,C,school,,',
      'd,Active,,D,school,,',
      'e,active,,E,school,,',
      'f,active,yesterday,F,school,,',
    ].join('\n')
    const { rows, refusals } = await read(sampleRoster({ 'orgs.csv': orgs }, 'delta'))
    expect(rows.map(({ sourcedId, status, modifiedAt }) => ({ sourcedId, status, modifiedAt }))).toEqual([
      { sourcedId: 'a', status: 'active', modifiedAt: new Date(at) },
      { sourcedId: 'b', status: 'tobedeleted', modifiedAt: new Date(at) },
    ])
    expect(refusals).toEqual([
      { file: 'orgs.csv', line: 4, reason: 'missing_value', column: 'status' },
      { file: 'orgs.csv', line: 5, reason: 'not_in_list', column: 'status' },
      { file: 'orgs.csv', line: 6, reason: 'missing_value', column: 'dateLastModified' },
      { file: 'orgs.csv', line: 7, reason: 'bad_date_time', column: 'dateLastModified' },
    ])
  })

  test('that was left out is counted even when the list of refusals is full', async () => {
    const header = sampleFiles['orgs.csv'].split('\r\n', 1)[0]
    const orgs = `${header}\n${'x,active,2026-10-01T06:00:00Z,,school,,\n'.repeat(30)}`
    const roster = await openRoster(sampleRoster({ 'orgs.csv': orgs }, 'delta'), {
      ...rosterLimits,
      findingsKept: 5,
    })
    for await (const some of roster.batches()) expect(some).toEqual([])
    roster.close()
    expect(roster.findings.refusals).toHaveLength(5)
    expect(roster.findings.refusedIn('orgs.csv')).toBe(30)
    expect(roster.findings.totals).toEqual({ refusals: 30, notices: 0 })
  })
})
