import { describe, expect, test } from 'vitest'
import { refusalOf as refusalFrom } from '#tests/riverside/oneroster-reading.ts'
import { sampleFiles, sampleManifest, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { openRoster } from './open-roster.ts'

const truth = sampleManifest(sampleFiles)
const withManifest = (from: string, to: string): Buffer => {
  expect(truth).toContain(from)
  return sampleRoster({ 'manifest.csv': truth.replace(from, to) })
}

const refusalOf = (zip: Buffer) => refusalFrom(openRoster(zip).then((roster) => roster.close()))

async function noticesOf(zip: Buffer) {
  const roster = await openRoster(zip)
  roster.close()
  return roster.findings.notices
}

describe('The manifest', () => {
  test('says which version, which files, and from which system', async () => {
    const roster = await openRoster(sampleRoster())
    roster.close()
    expect(roster.manifest.version).toBe('1.2')
    expect(roster.manifest.modes.get('users')).toBe('bulk')
    expect(roster.manifest.modes.get('results')).toBe('absent')
    expect(roster.manifest.systemName).toBe('Riverside student information system')
    expect(roster.findings.notices).toEqual([])
  })

  test('must be there, by that name', async () => {
    expect(await refusalOf(sampleRoster({ 'manifest.csv': undefined }))).toEqual({ code: 'manifest_missing' })
    const capital = sampleRoster({ 'manifest.csv': undefined, 'Manifest.csv': truth })
    expect(await refusalOf(capital)).toEqual({ code: 'manifest_missing' })
  })

  test('begins with its two columns and has two cells in every line', async () => {
    expect(await refusalOf(withManifest('propertyName,value', 'PropertyName,value'))).toEqual({
      code: 'manifest_header',
    })
    expect(await refusalOf(withManifest('file.users,bulk', 'file.users,bulk,x'))).toMatchObject({
      code: 'manifest_row',
    })
    expect(await refusalOf(sampleRoster({ 'manifest.csv': '' }))).toEqual({ code: 'manifest_header' })
  })

  test('is of a version that can be read', async () => {
    expect(await refusalOf(withManifest('manifest.version,1.0', 'manifest.version,2.0'))).toEqual({
      code: 'manifest_value',
      property: 'manifest.version',
      line: 2,
      allowed: '1.0',
    })
    expect(await refusalOf(withManifest('oneroster.version,1.2', 'oneroster.version,1.0'))).toEqual({
      code: 'manifest_value',
      property: 'oneroster.version',
      line: 3,
      allowed: '1.1 or 1.2',
    })
    expect(await refusalOf(withManifest('oneroster.version,1.2\r\n', ''))).toEqual({
      code: 'manifest_missing_property',
      property: 'oneroster.version',
    })
    expect(await refusalOf(withManifest('oneroster.version,1.2', 'oneroster.version,1.2.1'))).toBe('read')
  })

  test('spells bulk, delta and absent in small letters', async () => {
    expect(await refusalOf(withManifest('file.users,bulk', 'file.users,Bulk'))).toMatchObject({
      code: 'manifest_value',
      property: 'file.users',
      allowed: 'bulk, delta, absent',
    })
  })

  test('gives each property once', async () => {
    expect(
      await refusalOf(withManifest('file.users,bulk', 'file.users,bulk\r\nfile.users,absent')),
    ).toMatchObject({ code: 'manifest_duplicate', property: 'file.users' })
  })

  test('promises no file that did not come', async () => {
    const zip = sampleRoster({ 'users.csv': undefined, 'manifest.csv': truth })
    expect(await refusalOf(zip)).toEqual({ code: 'file_missing', file: 'users.csv' })
    const misnamed = sampleRoster({
      'users.csv': undefined,
      'Users.csv': sampleFiles['users.csv'],
      'manifest.csv': truth,
    })
    expect(await refusalOf(misnamed)).toEqual({ code: 'file_missing', file: 'users.csv' })
  })

  test('speaks of every file that came', async () => {
    expect(await refusalOf(withManifest('file.enrollments,bulk\r\n', ''))).toEqual({
      code: 'manifest_missing_property',
      property: 'file.enrollments',
    })
    expect(await noticesOf(withManifest('file.results,absent\r\n', ''))).toEqual([
      { file: 'manifest.csv', code: 'property_missing', name: 'file.results' },
    ])
  })

  test('leaves a file it marks absent alone, and says so', async () => {
    expect(await noticesOf(withManifest('file.demographics,bulk', 'file.demographics,absent'))).toEqual([
      { file: 'demographics.csv', code: 'absent_but_present' },
    ])
  })

  test('may name files and properties we do not know: they are reported and left alone', async () => {
    const manifest = `${truth}file.lunches,bulk\r\nfile.results,bulk\r\n`.replace(
      'file.results,absent\r\n',
      '',
    )
    const zip = sampleRoster({ 'manifest.csv': manifest, 'lunches.csv': 'a', 'results.csv': 'b' })
    expect(await noticesOf(zip)).toEqual([
      { file: 'manifest.csv', code: 'unknown_property', line: 25, name: 'file.lunches' },
      { file: 'lunches.csv', code: 'unknown_file' },
      { file: 'results.csv', code: 'file_not_read' },
    ])
  })

  test('sends people together with the schools and roles that explain them', async () => {
    const without = (file: string) => sampleRoster({ [file]: undefined })
    expect(await refusalOf(without('roles.csv'))).toEqual({
      code: 'companion_missing',
      file: 'users.csv',
      other: 'roles.csv',
    })
    expect(await refusalOf(without('orgs.csv'))).toEqual({
      code: 'companion_missing',
      file: 'users.csv',
      other: 'orgs.csv',
    })
    const nothing = sampleRoster({ 'manifest.csv': sampleManifest({}) })
    expect(await refusalOf(nothing)).toEqual({ code: 'nothing_to_read' })
  })
})
