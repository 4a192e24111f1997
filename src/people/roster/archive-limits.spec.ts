import { describe, expect, test } from 'vitest'
import { repeated } from '#tests/riverside/oneroster-hostile.ts'
import { entry } from '#tests/riverside/oneroster-sample.ts'
import { codeOf } from '#tests/riverside/oneroster-unpacking.ts'
import { writeZip } from '#tests/riverside/oneroster-zip.ts'
import { openArchive } from './archive.ts'
import { rosterLimits } from './limits.ts'

const users = entry('users.csv', 'sourcedId\r\nleo\r\n'.repeat(500))
const orgs = entry('orgs.csv', 'sourcedId\r\nalder\r\n')

describe('A roster archive that asks for too much', () => {
  test('is refused for its own size', async () => {
    const zip = writeZip([orgs, users])
    expect(await codeOf(zip, { archiveBytes: zip.length - 1 })).toBe('archive_too_large')
    expect(await codeOf(zip, { archiveBytes: zip.length })).toBe('read')
  })

  test('is refused for the number of its files', async () => {
    const many = Array.from({ length: 101 }, (_, index) => entry(`${index}.csv`, 'a'))
    expect(await codeOf(writeZip(many))).toBe('too_many_entries')
    expect(await codeOf(writeZip(many.slice(1)))).toBe('read')
  })

  test('is refused for one file, or for all of them together', async () => {
    const zip = writeZip([orgs, users])
    const total = orgs.bytes.length + users.bytes.length
    expect(await codeOf(zip, { fileBytes: users.bytes.length - 1 })).toBe('file_too_large')
    expect(await codeOf(zip, { totalBytes: total - 1 })).toBe('total_too_large')
    expect(await codeOf(zip, { totalBytes: total, fileBytes: users.bytes.length })).toBe('read')
  })

  test('is refused as a bomb by how tightly it is packed, before a byte is unpacked', async () => {
    const bomb = repeated('users.csv', { start: 'sourcedId\n', filler: 'x', mebibytes: 300 })
    expect((bomb.packed as Buffer).length).toBeLessThan(400_000)
    const zip = writeZip([orgs, bomb])
    await expect(openArchive(zip, rosterLimits)).rejects.toMatchObject({ code: 'packed_too_tightly' })
    expect(await codeOf(writeZip([orgs, { ...bomb, size: 1000 }]))).toBe('damaged')
  })

  test('is refused when its files share the same packed bytes', async () => {
    const shared = writeZip([
      orgs,
      users,
      { ...users, name: 'roles.csv', packed: Buffer.alloc(0), offset: 47 },
    ])
    expect(await codeOf(shared)).toBe('damaged_archive')
  })
})
