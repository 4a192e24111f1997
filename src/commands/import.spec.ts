import { truncate } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { repeated } from '#tests/riverside/oneroster-hostile.ts'
import {
  changed,
  crowdedRoster,
  entry,
  sampleFiles,
  sampleManifest,
  sampleRoster,
} from '#tests/riverside/oneroster-sample.ts'
import { writeZip } from '#tests/riverside/oneroster-zip.ts'
import { commandLine } from '#tests/support/command.ts'
import { rosterDistrict, type RosterDistrict } from '#tests/support/roster-district.ts'
import { importCommand } from './import.ts'

let district: RosterDistrict
let line: Awaited<ReturnType<typeof commandLine>>
beforeEach(async () => {
  district = await rosterDistrict()
  line = await commandLine(district)
})
afterEach(async () => {
  await line.close()
  await district.close()
})

const importing = async (zip: Uint8Array, options: Record<string, string | boolean> = {}) =>
  line.run(importCommand, ['roster', await line.file('roster.zip', zip)], options)
const cellsOf = (said: string[], kind: string) =>
  said
    .find((each) => each.startsWith(kind))
    ?.split(/ {2,}/)
    .slice(1)

describe('throughline import roster', () => {
  test('shows what the file would change, line by line, and changes nothing [R368]', async () => {
    const before = await district.everything()
    const zip = sampleRoster({
      ...changed('users.csv', 'amara,,,true,amara', 'amara,,,perhaps,amara'),
      'orgs.csv': sampleFiles['orgs.csv']
        .replace('parentSourcedId', 'parentSourcedId,motto')
        .replaceAll(/(d1|,|alder)(?=\r)/g, '$1,'),
      'lunch.csv': 'sourcedId\r\n',
    })
    const { said, progress } = await importing(zip)
    expect(cellsOf(said, 'Students')).toEqual(['1', '0', '0'])
    expect(cellsOf(said, 'Schools')).toEqual(['2', '0', '0'])
    expect(said).toContain(
      '  users.csv, line 3, enabledUser: The value is not one the standard lists. Capital and small letters count.',
    )
    expect(said).toContain(
      '  orgs.csv, line 1, motto: This column is not part of the standard, so it was left alone.',
    )
    expect(said).toContain('  lunch.csv: This file is not part of the standard, so it was left alone.')
    expect(said.at(-1)).toContain('nothing was changed')
    expect(progress.at(-1)).toMatch(/^\[#+\.*\] +\d+% {2}\S/)
    expect(await district.everything()).toEqual(before)
    expect(said.join()).not.toMatch(/Reyes|Okafor|Amara|Leonardo|555-/)
  })

  test('applies it when asked to, as the manager who stands in the trail, and again to no effect [R368]', async () => {
    const { said } = await importing(sampleRoster(), { apply: true })
    expect(said.at(-1)).toBe('Applied.')
    expect(cellsOf(said, 'Students')).toEqual(['2', '0', '0'])
    expect(await district.student('leo')).toMatchObject({ school: 'Alder Creek High' })
    const acts = `select name, role from audit_event where name in ('roster.received', 'roster.applying') order by at, name`
    expect(await district.rows(acts)).toEqual([
      { name: 'roster.applying', role: 'roster_manager' },
      { name: 'roster.received', role: 'roster_manager' },
    ])
    const before = await district.everything()
    const again = await importing(sampleRoster(), { apply: true })
    for (const kind of ['Students', 'Enrolments', 'Caregivers', 'Family links', 'Schools', 'Staff'])
      expect(cellsOf(again.said, kind)?.map((cell) => cell === '0' || cell === 'kept')).toEqual([
        true,
        true,
        true,
      ])
    expect(await district.everything()).toEqual(before)
  })

  test('a file that ends many of the students is applied only when their number is said', async () => {
    await importing(crowdedRoster(30), { apply: true })
    const before = await district.everything()
    const { said } = await importing(sampleRoster())
    expect(said[0]).toContain('30 of the 32 students who are at a school here would leave.')
    expect(said.at(-1)).toContain('--apply --ending 30')
    const unsaid = /30 of the 32 students here would leave, and nobody said so many/
    await expect(importing(sampleRoster(), { apply: true })).rejects.toThrow(unsaid)
    await expect(importing(sampleRoster(), { apply: true, ending: '29' })).rejects.toThrow(unsaid)
    await expect(importing(sampleRoster(), { apply: true, ending: 'all' })).rejects.toThrow('--ending 34')
    expect(await district.everything()).toEqual(before)
    const ended = await importing(sampleRoster(), { apply: true, ending: '30' })
    expect(cellsOf(ended.said, 'Students')).toEqual(['0', '0', '30'])
  })

  test('is done by somebody: the only roster manager, or the one who is named', async () => {
    await expect(importing(sampleRoster(), { as: 'joan@riverside.example' })).rejects.toThrow(
      'joan@riverside.example is no roster manager here',
    )
    await district.rows(`begin; set local session_replication_role = replica;
      update assignment set ended_at = '2026-10-01'; commit`)
    await expect(importing(sampleRoster())).rejects.toThrow('has no roster manager yet')
    expect(await district.rows('select 1 from roster_import')).toEqual([])
  })

  test('asks for a file before anything is opened', async () => {
    await expect(line.run(importCommand, ['roster', '/nowhere.zip'])).rejects.toThrow(
      'There is no file /nowhere.zip',
    )
    await expect(line.run(importCommand, ['roster', line.folder])).rejects.toThrow('is not a file')
    await expect(line.run(importCommand, ['roster'])).rejects.toThrow('Say which file')
    await expect(line.run(importCommand, ['students', 'x.zip'])).rejects.toThrow('Say what to import')
    const large = await line.file('large.zip', Buffer.from('PK'))
    await truncate(large, 201 * 1024 ** 2)
    await expect(line.run(importCommand, ['roster', large])).rejects.toThrow('larger than 200 MB')
  })
})

const part = (name: keyof typeof sampleFiles, extra: object) =>
  writeZip(
    [['manifest.csv', sampleManifest(sampleFiles)] as const, ...Object.entries(sampleFiles)].map(
      ([file, text]) => ({
        ...entry(file, text),
        ...(file === name && extra),
      }),
    ),
  )
const cell = {
  start: `${sampleFiles['orgs.csv'].split('\r\n', 1)[0]}\r\nd1,,,"`,
  filler: 'x',
  mebibytes: 1024,
}
const cellZip = () =>
  writeZip([entry('manifest.csv', sampleManifest({ 'orgs.csv': '' })), repeated('orgs.csv', cell)])

const hostile: [string, () => Uint8Array, RegExp][] = [
  ['that is empty', () => Buffer.alloc(0), /not a complete zip/],
  ['that is no zip', () => Buffer.from('sourcedId,status\r\n'), /not a complete zip/],
  ['that breaks off', () => sampleRoster().subarray(0, 900), /not a complete zip/],
  ['with a password', () => part('users.csv', { flags: 0x0801 }), /locked with a password/],
  ['damaged on its way', () => part('users.csv', { checksum: 1 }), /damaged on its way/],
  [
    'that is a bomb',
    () =>
      writeZip([
        entry('manifest.csv', sampleManifest({ 'users.csv': '' })),
        repeated('users.csv', { ...cell, mebibytes: 300 }),
      ]),
    /over 100 times its size/,
  ],
  ['with a cell of one gibibyte', cellZip, /larger than 512 MB/],
  [
    'in Latin-1',
    () =>
      sampleRoster({
        'users.csv': Buffer.from(sampleFiles['users.csv'].replace('Amara', 'Amará'), 'latin1'),
      }),
    /not UTF-8/,
  ],
  [
    'in UTF-16',
    () => sampleRoster({ 'users.csv': Buffer.from(sampleFiles['users.csv'], 'utf16le') }),
    /UTF-16/,
  ],
  [
    'with a lost quotation mark',
    () => sampleRoster(changed('users.csv', 'Amara', '"Amara')),
    /quotation mark/,
  ],
  ['without a manifest', () => sampleRoster({ 'manifest.csv': undefined }), /no manifest/],
  [
    'whose column is misspelled',
    () => sampleRoster(changed('users.csv', 'familyName', 'familyname')),
    /no column familyName/,
  ],
]

describe('A file that cannot be trusted', () => {
  test('is refused with one line and its reason, and nothing changed [R368]', async () => {
    await importing(sampleRoster(), { apply: true })
    const before = await district.everything()
    for (const [what, zip, reason] of hostile) {
      const refused = await importing(zip(), { apply: true }).catch((error: Error) => error.message)
      expect(refused, `A file ${what}`).toMatch(/was refused\. /)
      expect(refused, `A file ${what}`).toMatch(reason)
      expect(refused, `A file ${what}`).not.toContain('\n')
    }
    expect(await district.everything()).toEqual(before)
    expect(await district.rows('select 1 from roster_part')).toEqual([])
    expect(
      await district.rows(`select state, count(*)::int from roster_import group by 1 order by 1`),
    ).toEqual([
      { state: 'applied', count: 1 },
      { state: 'refused', count: hostile.length },
    ])
  })
})
