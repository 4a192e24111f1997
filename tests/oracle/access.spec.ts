import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import type { Asked } from './ask.ts'
import { compare } from './compare.ts'
import { invent, small } from './invent.ts'
import { mutants, withMutant } from './mutants.ts'
import { plant } from './plant.ts'
import { shapeOf } from './shape.ts'
import { wrongReaches } from './wrong-reaches.ts'

let database: FreshDatabase
let asked: Asked
beforeAll(async () => {
  database = await freshDatabase(4)
  const shape = await shapeOf(database.admin)
  const facts = invent(shape, { seed: 20_261_014, extent: small })
  await plant(database.admin, facts, shape)
  asked = { db: database.db, admin: database.admin, facts, tables: [...shape.keys()] }
})
afterAll(() => database.close())

describe('Who sees what', () => {
  test('is in the database what the page of plain words says, record by record', {
    timeout: 120_000,
  }, async () => {
    const { people, decisions, disagreements } = await compare(asked, { enough: 20 })
    expect(disagreements).toEqual([])
    expect(people).toBeGreaterThan(400)
    expect(decisions).toBeGreaterThan(1_000_000)
  })

  test.each(mutants)('would be noticed if $says', { timeout: 60_000 }, async (mutant) => {
    const { disagreements } = await withMutant(database.admin, mutant, () => compare(asked, { enough: 1 }))
    expect(disagreements).not.toEqual([])
  })

  test.each(wrongReaches)('would be noticed if $says', { timeout: 60_000 }, async ({ says: _, ...wrong }) => {
    expect((await compare({ ...asked, ...wrong }, { enough: 1 })).disagreements).not.toEqual([])
  })
})
