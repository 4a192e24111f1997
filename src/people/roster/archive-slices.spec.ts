import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileSlices } from './archive-slices.ts'

test('a piece of a file is read, and one that lies outside is an error, however far outside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slices-'))
  const path = join(folder, 'ten')
  writeFileSync(path, '0123456789')
  const slices = await FileSlices.open(path)
  const piece = (length: number, position: number) => {
    const buffer = Buffer.alloc(length)
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    slices.read(buffer, 0, length, position, (error) => (error ? reject(error) : resolve(buffer.toString())))
    return promise
  }
  expect(slices.size).toBe(10)
  expect(await piece(4, 6)).toBe('6789')
  await expect(piece(5, 6)).rejects.toThrow('points outside itself')
  for (const position of [10, 2 ** 40, 2 ** 60, 2 ** 64]) await expect(piece(1, position)).rejects.toThrow()
  const { promise, resolve } = Promise.withResolvers<Error | null>()
  slices.close(resolve)
  expect(await promise).toBeNull()
  rmSync(folder, { recursive: true })
})
