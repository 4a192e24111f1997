import { expect, test } from 'vitest'
import { pageOf, partAsked } from './name-pages.ts'

const all = Array.from({ length: 23 }, (_, i) => ({ id: `id-${i}`, name: `School ${i}` }))
const ids = (page: readonly { id: string }[]) => page.map(({ id }) => id)

test('page after page each name comes once and in order', () => {
  const read: string[] = []
  let from: string | undefined
  do {
    const { page, next } = pageOf(all, { named: undefined, from, size: 5 })
    read.push(...ids(page))
    from = next
  } while (from !== undefined)
  expect(read).toEqual(ids(all))
})

test('a page begins with the name it was asked for; an unknown one begins the list', () => {
  expect(pageOf(all, { named: undefined, from: 'id-7', size: 5 })).toMatchObject({
    first: false,
    next: 'id-12',
  })
  expect(pageOf(all, { named: undefined, from: 'gone', size: 5 })).toMatchObject({
    first: true,
    next: 'id-5',
  })
})

test('a list that fits a page is whole, wherever it was to begin', () => {
  const { page, first, next } = pageOf(all, { named: undefined, from: 'id-7', size: 23 })
  expect([page.length, first, next]).toEqual([23, true, undefined])
})

test('some are found by name, and counted', () => {
  const found = pageOf(all, { named: 'school 2', from: undefined, size: 5 })
  expect(found).toMatchObject({ named: 'school 2', found: 1, of: 23, next: undefined })
  expect(pageOf(all, { named: 'harlow', from: undefined, size: 5 })).toMatchObject({
    page: [],
    found: 0,
    of: 23,
  })
  expect(pageOf(all, { ...partAsked.parse({ named: '  ' }), size: 5 })).toMatchObject({
    named: undefined,
    found: 23,
  })
})
