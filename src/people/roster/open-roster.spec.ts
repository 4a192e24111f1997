import { describe, expect, test } from 'vitest'
import { readSampleRows, refusalOf } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleFiles } from '#tests/riverside/oneroster-sample.ts'
import type { RosterRow } from './oneroster.ts'

const idsOf = (rows: readonly RosterRow[], file: string) =>
  rows.filter((row) => row.file === file).map((row) => row.sourcedId)

describe('A roster', () => {
  test('is read as typed rows with their lines, what is referred to first', async () => {
    const { rows, refusals, notices } = await readSampleRows()
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
    const { rows } = await readSampleRows()
    const said = JSON.stringify(rows)
    expect(said).toContain('Leonardo')
    expect(said).toContain('2011-10-09')
    for (const kept of ['secret', '"he"', 'male']) expect(said).not.toContain(kept)
  })

  test('may have its columns in another order, a byte order mark, and plain line feeds', async () => {
    const orgs =
      '\ufefftype,name,sourcedId,status,dateLastModified\nschool,Alder Creek,alder,,\ndistrict,City,d1,,\n'
    const { rows } = await readSampleRows({ 'orgs.csv': orgs })
    expect(idsOf(rows, 'orgs')).toEqual(['alder', 'd1'])
  })

  test('counts lines through quoted cells, and keeps a name on one line', async () => {
    const spanning = changed('users.csv', 'Leonardo', '"Leo\r\nNardo"')
    const { rows, refusals } = await readSampleRows({
      'users.csv': spanning['users.csv']?.replace('amara,,,true', 'amara,,,yes'),
    })
    expect(rows).toContainEqual(expect.objectContaining({ sourcedId: 'leo', givenName: 'Leo Nardo' }))
    expect(refusals).toEqual([{ file: 'users.csv', line: 4, reason: 'not_in_list', column: 'enabledUser' }])
  })

  test('in another encoding is refused by file and byte', async () => {
    const latin = Buffer.from(sampleFiles['users.csv'].replace('Leonardo', 'José'), 'latin1')
    expect(await refusalOf(readSampleRows({ 'users.csv': latin }))).toEqual({
      code: 'not_utf8',
      file: 'users.csv',
      byte: latin.indexOf(0xe9),
    })
    const utf16 = Buffer.from(`\ufeff${sampleFiles['roles.csv']}`, 'utf16le')
    expect(await refusalOf(readSampleRows({ 'roles.csv': utf16 }))).toEqual({
      code: 'utf16',
      file: 'roles.csv',
      byte: 0,
    })
  })
})
