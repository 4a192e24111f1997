import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockFileKept, clockFrom, systemClock } from './clock.ts'

const [morning, evening] = ['2026-10-05T16:00:00.000Z', '2026-10-06T01:00:00.000Z'] as const
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-clock-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('without a setting the clock is the one on the wall', () => {
  expect(clockFrom(undefined)).toBe(systemClock)
  expect(clockFrom('')).toBe(systemClock)
})

test('an instant stands still', () => {
  const clock = clockFrom(morning)
  expect(clock.now().toISOString()).toBe(morning)
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe(morning)
})

test('a file moves the time of a running process', async () => {
  const file = join(folder, 'now')
  await writeFile(file, `${morning}\n`)
  const clock = clockFrom(file)
  expect(clock.now().toISOString()).toBe(morning)
  await writeFile(file, evening)
  await setTimeout(2 * clockFileKept)
  expect(clock.now().toISOString()).toBe(evening)
})

test('what is no instant is said at once, and so is a file that stops being one', async () => {
  const file = join(folder, 'odd')
  expect(() => clockFrom(file)).toThrow('ENOENT')
  await writeFile(file, 'noon')
  expect(() => clockFrom(file)).toThrow('The clock file holds no instant: "noon"')
  await writeFile(file, morning)
  const clock = clockFrom(file)
  await writeFile(file, '')
  await setTimeout(2 * clockFileKept)
  expect(() => clock.now()).toThrow('holds no instant')
})
