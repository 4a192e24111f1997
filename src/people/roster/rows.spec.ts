import { describe, expect, test } from 'vitest'
import { readRows, readSampleRows } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { rosterLimits } from './limits.ts'
import { openRoster } from './open-roster.ts'

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
    const whole = await readSampleRows()
    const { rows, refusals } = await readSampleRows(changes)
    expect(refusals).toEqual([refusal])
    expect(rows).toHaveLength(whole.rows.length - 1)
  })

  test('of a full file may say active and when, which is noted once and set aside', async () => {
    const text = sampleFiles['orgs.csv'].replaceAll(/^(\w[\w-]*),,,/gm, '$1,active,2026-10-01T00:00:00Z,')
    const { rows, notices, refusals } = await readSampleRows({ 'orgs.csv': text })
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
    const { rows, refusals } = await readRows(sampleRoster({ 'orgs.csv': orgs }, 'delta'))
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
