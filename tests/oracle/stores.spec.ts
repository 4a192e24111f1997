import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { compareStores, everyQuery } from '#tests/oracle/told/compare.ts'
import { compareFaces } from '#tests/oracle/told/faces.ts'
import { faceMutantsFound, storeMutantsFound } from '#tests/oracle/told/mutants.ts'
import { toldWorld } from '#tests/oracle/told/told.ts'
import { readsUnasked, unaskedIn, unread } from '#tests/oracle/told/unread.ts'

/** A small part: everybody and everything is asked by `npm run verify:access`. */
let world: Awaited<ReturnType<typeof toldWorld>>
beforeAll(async () => {
  world = await toldWorld(inject('server'), { seed: 20_261_014, people: 12 })
}, 120_000)
afterAll(() => world.close())

const missed = (found: Record<string, boolean>) => Object.keys(found).filter((says) => !found[says])

describe('What the queries of the product answer', { timeout: 240_000 }, () => {
  test('is what the page of plain words says, row by row, for whoever asks', async () => {
    const { people, decisions, disagreements } = await compareStores({ ...world, every: 31 })
    expect(disagreements).toEqual([])
    expect(people).toBeGreaterThan(2)
    expect(decisions).toBeGreaterThan(5000)
  })

  test('is what a page answers a machine, record by record', async () => {
    const { decisions, disagreements } = await compareFaces({ ...world, every: 15, each: 2 })
    expect(disagreements).toEqual([])
    expect(decisions).toBeGreaterThan(60)
  })

  test('would be noticed if a list forgot the reach, a find a block, or a page either', async () => {
    expect(missed(await storeMutantsFound(world))).toEqual([])
    expect(missed(await faceMutantsFound({ ...world, each: 100 }))).toEqual([])
  })

  test('is asked of every table of people’s records that anybody reads', async () => {
    const asked = new Set(everyQuery.flatMap(({ table, along = [] }) => [table, ...along]))
    expect([...world.shape.keys()].filter((table) => !asked.has(table) && !(table in unread))).toEqual([])
    expect(Object.keys(unread).filter((table) => asked.has(table))).toEqual([])
    expect(await unaskedIn('src')).toEqual([])
    const planted = 'select visit_on from participation where district_id = $1'
    expect(readsUnasked('insights/store.ts', planted)).toEqual(['participation: insights/store.ts'])
  })
})
