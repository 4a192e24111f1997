import { describe, expect, test } from 'vitest'
import { readSampleRows, refusalOf } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleFiles } from '#tests/riverside/oneroster-sample.ts'

describe('The header of a file', () => {
  test('has the columns that are needed, spelled as the standard spells them', async () => {
    expect(await refusalOf(readSampleRows(changed('users.csv', 'sourcedId', 'SourcedId')))).toEqual({
      code: 'missing_column',
      file: 'users.csv',
      column: 'sourcedId',
    })
    expect(await refusalOf(readSampleRows(changed('enrollments.csv', 'userSourcedId', 'user')))).toEqual({
      code: 'missing_column',
      file: 'enrollments.csv',
      column: 'userSourcedId',
    })
  })

  test('names each column once', async () => {
    expect(await refusalOf(readSampleRows(changed('orgs.csv', 'identifier', 'name')))).toEqual({
      code: 'duplicate_column',
      file: 'orgs.csv',
      column: 'name',
    })
  })

  test('may have columns we do not know: they are reported and left alone', async () => {
    const orgs = sampleFiles['orgs.csv'].replaceAll('\r\n', ',x\r\n').replace(',x', ',metadata.homeLanguage')
    const { notices, refusals, rows } = await readSampleRows({ 'orgs.csv': orgs })
    expect(refusals).toEqual([])
    expect(rows.filter((row) => row.file === 'orgs')).toHaveLength(4)
    expect(notices).toEqual([
      { file: 'orgs.csv', code: 'unknown_column', line: 1, name: 'metadata.homeLanguage' },
    ])
  })

  test('is told when an optional column has its letters wrong', async () => {
    const { notices } = await readSampleRows(changed('users.csv', 'grades', 'Grades'))
    expect(notices).toEqual([{ file: 'users.csv', code: 'column_spelling', line: 1, name: 'Grades' }])
  })

  test('is there, with rows under it, in the files that would otherwise end everyone', async () => {
    const onlyHeader = `${sampleFiles['users.csv'].split('\r\n', 1)[0]}\r\n`
    expect(await refusalOf(readSampleRows({ 'users.csv': onlyHeader }))).toEqual({
      code: 'no_rows',
      file: 'users.csv',
    })
    expect(await refusalOf(readSampleRows({ 'users.csv': '' }))).toEqual({
      code: 'no_header',
      file: 'users.csv',
    })
    const noBirths = `${sampleFiles['demographics.csv'].split('\r\n', 1)[0]}\r\n`
    expect((await readSampleRows({ 'demographics.csv': noBirths })).notices).toEqual([
      { file: 'demographics.csv', code: 'no_rows' },
    ])
  })

  test('stands on a line of its own: a carriage return alone does not end one', async () => {
    const old = sampleFiles['orgs.csv'].replaceAll('\r\n', '\r')
    expect(await refusalOf(readSampleRows({ 'orgs.csv': old }))).toEqual({
      code: 'line_ends',
      file: 'orgs.csv',
    })
  })

  test('is not wider than any roster needs', async () => {
    const wide = sampleFiles['orgs.csv'].replace('parentSourcedId', `parentSourcedId${',x'.repeat(200)}`)
    expect(await refusalOf(readSampleRows({ 'orgs.csv': wide }))).toEqual({
      code: 'too_many_columns',
      file: 'orgs.csv',
      limit: 200,
    })
  })
})
