import { beforeAll, expect, inject, test } from 'vitest'
import { partTwice, type TwiceTold, verifyTwice } from './twice/verify.ts'

/** A small part: every role, every page and every leak is gone through by `npm run verify:privacy`. */
let told: TwiceTold
beforeAll(async () => {
  told = await verifyTwice(inject('server'), partTwice)
}, 400_000)

test('a hidden code, date, number or count makes no difference to whoever may not know it', () => {
  expect(told.leaks).toEqual([])
  expect(told.facts).toBeGreaterThan(200)
  expect(told.classes.length).toBeGreaterThan(8)
  expect(told.answers).toBeGreaterThan(100)
})

test('and would be noticed where it did', () => {
  expect(Object.keys(told.seeded).length).toBeGreaterThan(3)
  expect(Object.entries(told.seeded).filter(([, found]) => !found)).toEqual([])
})

test('a yes that ended in whatever way is one that does not hold, from the next request on', () => {
  expect(Object.keys(told.ends).length).toBeGreaterThan(6)
  expect(Object.entries(told.ends).filter(([, isRight]) => !isRight)).toEqual([])
})

test('an agency that was sent a name is told no code, flag, day or link of the school’s row, and it would show', () => {
  expect(Object.keys(told.beside)).toHaveLength(3)
  expect(Object.entries(told.beside).filter(([, isRight]) => !isRight)).toEqual([])
})
