import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Breached, breachedIn } from './breached.ts'

const named = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()
const passwords = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => `a password of breach ${from + index}`)

/** The lines of the published file: ordered by hash, with a count, ended as on Windows. */
const published = (hashes: readonly string[]) => hashes.map((hash, index) => `${hash}:${(index % 97) + 1}`)
const million = 1_000_000

let folder: string
let list: Breached
let hashes: string[]
const fileOf = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'breached-'))
  hashes = passwords(0, million).map(named).toSorted()
  list = await breachedIn(await fileOf('list.txt', published(hashes).join('\r\n')))
})
afterAll(async () => {
  await list.close()
  await rm(folder, { recursive: true })
})

/** How many of them it finds. */
const found = async (from: number, until: number) =>
  (await Promise.all(passwords(from, until).map((one) => list.has(one)))).filter(Boolean).length

describe('A list of a million breached passwords', () => {
  test('has each that stands in it, the first and the last, and none that does not', async () => {
    expect(await found(0, 2000)).toBe(2000)
    expect(await found(million, million + 2000)).toBe(0)
    const ends = [hashes[0], hashes.at(-1)]
    const first = passwords(0, million).filter((one) => ends.includes(named(one)))
    expect(await Promise.all(first.map((one) => list.has(one)))).toEqual([true, true])
  })

  test('is asked in a few thousandths of a second', async () => {
    const times: number[] = []
    for (const one of passwords(million - 100, million + 100)) {
      const from = performance.now()
      await list.has(one)
      times.push(performance.now() - from)
    }
    expect(times.toSorted((a, b) => a - b)[times.length / 2]).toBeLessThan(25)
  })

  test('can be as short as one line, with a line end or without', async () => {
    for (const end of ['', '\n', '\r\n']) {
      const one = await breachedIn(await fileOf('one.txt', `${named('alone')}:3${end}`))
      expect([await one.has('alone'), await one.has('other')]).toEqual([true, false])
      await one.close()
    }
  })
})

describe('A file that is no such list', () => {
  const some = passwords(0, 5000).map(named)
  const files: Readonly<Record<string, () => string>> = {
    'empty': () => '',
    'of passwords themselves': () => passwords(0, 5000).join('\n'),
    'of another hash': () => published(some.map((hash) => hash.slice(8)).toSorted()).join('\n'),
    'without counts': () => some.toSorted().join('\n'),
    'ordered by how often': () => published(some).join('\n'),
    'of one endless line': () => 'A'.repeat(100_000),
  }

  test.each(Object.keys(files))('%s is known when it is opened', async (name) => {
    const path = await fileOf('other.txt', files[name]?.() ?? '')
    await expect(breachedIn(path)).rejects.toThrow(`${path} is not a file of passwords by SHA-1`)
  })

  test('is said by its name when it is not there', async () => {
    await expect(breachedIn(join(folder, 'gone.txt'))).rejects.toThrow('gone.txt cannot be read')
  })

  test('is noticed where a search comes by, though its beginning was right', async () => {
    const right = published(hashes.slice(0, 500)).join('\n')
    const path = await fileOf('half.txt', `${right}\n`)
    const half = await breachedIn(path)
    await writeFile(path, 'x'.repeat(right.length))
    await expect(half.has('a password')).rejects.toThrow('half.txt is not a file')
    await half.close()
  })
})
