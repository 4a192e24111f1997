import { beforeAll, expect, inject, test } from 'vitest'
import type { Role } from '#access/roles.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import type { DataClass } from '#database/classes.ts'
import { plainColumns } from '#database/plain.ts'
import { sealedTables } from '#database/sealed.ts'
import { classOfColumns } from '#database/class-of-columns.ts'
import { classOf, notPlanted } from './columns.ts'
import { part } from './scene.ts'
import { type Told, verifyPrivacy } from './verify.ts'
import { mayReadWords } from './who-knows.ts'

let told: Told
beforeAll(async () => {
  told = await verifyPrivacy(inject('server'), { extent: part })
}, 400_000)

test('nobody is shown a word of a student that they may not know: on no page, to no machine, in no letter and no log', () => {
  expect(told.leaks).toEqual([])
  expect(told.pages).toBeGreaterThan(2000)
  expect(told.words).toBeGreaterThan(2000)
})

test('every leak that is planted is noticed', () => {
  expect(Object.keys(told.seeded).length).toBeGreaterThan(10)
  expect(Object.entries(told.seeded).filter(([, found]) => !found)).toEqual([])
})

/** Columns of students that hold words: what is sealed, and the names, numbers and places that are not. */
const holdsWords = (): string[] => {
  const students = new Set(classOfColumns().map(({ table }) => table))
  const sealed = Object.entries(sealedTables).flatMap(([table, { columns }]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  const plain = Object.entries(plainColumns).flatMap(([table, { name = '', known = '', cut = '' }]) =>
    `${name} ${known} ${cut}`.split(/\s+/).map((column) => `${table}.${column}`),
  )
  return [...sealed, ...plain].filter(
    (place) => students.has(place.split('.')[0] ?? '') && !place.endsWith('.'),
  )
}

test('a word is planted in every column of students that holds words, and each is of the class it is kept in', () => {
  const missing = holdsWords().filter((place) => !classOf.has(place) && !(place in notPlanted))
  expect(missing).toEqual([])
  const kept = new Map(
    classOfColumns().map(({ table, column, dataClass }) => [`${table}.${column}`, dataClass]),
  )
  expect([...classOf].filter(([place, name]) => kept.get(place) !== name)).toEqual([])
})

/** Roles that are expected to read words of a class of which the matrix lets them know nothing. */
const beyond = (expected: Readonly<Record<string, readonly Role[]>>) =>
  Object.entries(expected).flatMap(([name, roles]) =>
    roles
      .filter((role) => (shippedCells[role]?.[name as DataClass]?.for ?? []).length === 0)
      .map((role) => `${role}: ${name}`),
  )

test('nobody is expected to read what the matrix of who may know what lets them know nothing of', () => {
  expect(beyond(mayReadWords)).toEqual([])
  expect(beyond({ triage: ['teacher'] })).toEqual(['teacher: triage'])
})
