import { beforeAll, expect, inject, test } from 'vitest'
import { part } from './scene.ts'
import { type Told, verifyPrivacy } from './verify.ts'

let told: Told
beforeAll(async () => {
  told = await verifyPrivacy(inject('server'), { extent: part })
}, 300_000)

test('nobody is shown a word of a student that they may not know: on no page, to no machine, in no letter and no log', () => {
  expect(told.leaks).toEqual([])
  expect(told.pages).toBeGreaterThan(4000)
  expect(told.words).toBeGreaterThan(1500)
})

test('whoever may know something was shown it somewhere', () => {
  expect(told.hollow).toEqual([])
})

test('every leak that is planted is noticed', () => {
  expect(Object.keys(told.seeded).length).toBeGreaterThan(10)
  expect(Object.entries(told.seeded).filter(([, found]) => !found)).toEqual([])
})
