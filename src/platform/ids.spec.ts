import { expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

test('ids sort by the moment they were made, also within one millisecond', () => {
  const ids = Array.from({ length: 4000 }, () => newId(1_800_000_000_000))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(4000)
  expect(newId(1_800_000_000_001) > (ids.at(-1) as string)).toBe(true)
})

test('ids of a clock that stands keep their order while others are made in between', () => {
  const first = newId(1_700_000_000_000)
  newId()
  expect(newId(1_700_000_000_000) > first).toBe(true)
})

test('an id is a version 7 UUID, and a text that is not one is told apart', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(isId(newId())).toBe(true)
  expect(isId("1'; select 1")).toBe(false)
})
