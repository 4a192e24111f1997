import { zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { entry } from '#tests/riverside/oneroster-sample.ts'
import { codeOf, unpack } from '#tests/riverside/oneroster-unpacking.ts'
import { writeZip, type ZipEntry } from '#tests/riverside/oneroster-zip.ts'
import { FileSlices } from './archive-slices.ts'

const users = entry('users.csv', 'sourcedId\r\nleo\r\n'.repeat(500))
const orgs = entry('orgs.csv', 'sourcedId\r\nalder\r\n')
const lying = (lie: Partial<ZipEntry>): Buffer => writeZip([orgs, { ...users, ...lie }])

describe('A roster archive', () => {
  test('is read file by file, whoever packed it', async () => {
    const expected = { 'orgs.csv': 'sourcedId\r\nalder\r\n', 'users.csv': 'sourcedId\r\nleo\r\n'.repeat(500) }
    expect(await unpack(writeZip([orgs, users]))).toEqual(expected)

    const elsewhere = zipSync({ 'orgs.csv': orgs.bytes, 'users.csv': [users.bytes, { level: 0 }] })
    expect(await unpack(Buffer.from(elsewhere))).toEqual(expected)
  })

  test('may be a zipped folder, with the clutter that a Mac or Windows adds', async () => {
    const zip = writeZip([
      entry('export/', ''),
      { ...orgs, name: 'export/orgs.csv' },
      { ...users, name: 'export/users.csv' },
      entry('export/.DS_Store', 'x'),
      entry('__MACOSX/export/._orgs.csv', 'x'),
      entry('export/Thumbs.db', 'x'),
    ])
    expect(Object.keys(await unpack(zip))).toEqual(['orgs.csv', 'users.csv'])
  })

  test('has its files together, or is refused', async () => {
    const two = [
      { ...orgs, name: 'a/orgs.csv' },
      { ...users, name: 'b/users.csv' },
    ]
    const deep = [{ ...orgs, name: 'a/b/orgs.csv' }]
    const mixed = [orgs, { ...users, name: 'a/users.csv' }]
    for (const entries of [two, deep, mixed]) expect(await codeOf(writeZip(entries))).toBe('nested_folders')
  })

  test('names nothing outside itself', async () => {
    for (const name of [
      '../users.csv',
      'a/../../users.csv',
      '/etc/passwd',
      'C:/users.csv',
      '..\\users.csv',
    ]) {
      expect(await codeOf(writeZip([orgs, { ...users, name }]))).toBe('unsafe_name')
    }
  })

  test('does not hold one name twice', async () => {
    expect(await codeOf(writeZip([orgs, users, users]))).toBe('duplicate_entry')
    expect(
      await codeOf(
        writeZip([
          { ...orgs, name: 'a/x.csv' },
          { ...users, name: 'a/x.csv' },
        ]),
      ),
    ).toBe('duplicate_entry')
  })

  test('has no password and is packed the ordinary way', async () => {
    expect(await codeOf(lying({ flags: 0x0801 }))).toBe('encrypted')
    expect(await codeOf(lying({ flags: 0x0841 }))).toBe('encrypted')
    expect(await codeOf(lying({ method: 12 }))).toBe('unreadable_compression')
  })

  test('is a zip at all, and whole', async () => {
    const zip = writeZip([orgs, users])
    expect(await codeOf(Buffer.alloc(0))).toBe('not_a_zip')
    expect(await codeOf(Buffer.from('sourcedId,status\n'))).toBe('not_a_zip')
    for (const kept of [10, zip.length >> 1, zip.length - 1]) {
      expect(await codeOf(zip.subarray(0, kept))).toBe('not_a_zip')
    }
  })

  test('unpacks to exactly what its table of contents declares', async () => {
    expect(await codeOf(lying({ checksum: 1 }))).toBe('damaged')
    expect(await codeOf(lying({ size: users.bytes.length - 1 }))).toBe('damaged')
    expect(await codeOf(lying({ size: users.bytes.length + 1 }))).toBe('damaged')
    expect(await codeOf(lying({ packed: Buffer.from('not packed at all') }))).toBe('damaged')
    expect(await codeOf(lying({ offset: 0 }))).toBe('damaged_archive')
    expect(await codeOf(lying({ offset: 0x7fffffff }))).toBe('damaged_archive')
  })

  test('with a table of contents that does not fit the files is refused', async () => {
    const zip = writeZip([orgs, users])
    const table = zip.readUInt32LE(zip.length - 6)
    const spoiled = Buffer.from(zip)
    spoiled.writeUInt32LE(0, table)
    expect(await codeOf(spoiled)).toBe('damaged_archive')
    const elsewhere = Buffer.from(zip)
    elsewhere.writeUInt32LE(table + 1, zip.length - 6)
    expect(await codeOf(elsewhere)).toBe('damaged_archive')
  })

  test('whose 64-bit table of contents lies beyond every file is refused', async () => {
    const locator = Buffer.alloc(20, 0xff)
    locator.writeUInt32LE(0x07064b50, 0)
    const zip = writeZip([orgs])
    const withLocator = Buffer.concat([zip.subarray(0, -22), locator, zip.subarray(-22)])
    expect(await codeOf(withLocator)).toBe('not_a_zip')
  })

  test('is closed again, whether it was read or refused', async () => {
    const opened = vi.spyOn(FileSlices, 'open')
    const closed = vi.spyOn(FileSlices.prototype, 'close')
    await codeOf(writeZip([orgs, users]))
    await codeOf(lying({ checksum: 1 }))
    await codeOf(lying({ flags: 0x0801 }))
    await codeOf(Buffer.from('no zip'))
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(4))
    expect(opened).toHaveBeenCalledTimes(4)
    vi.restoreAllMocks()
  })
})
