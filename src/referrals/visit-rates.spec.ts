import { describe, expect, test } from 'vitest'
import { visitResults } from './visit.ts'
import { noShowRate } from './visit-rates.ts'

const results = (...each: Parameters<typeof noShowRate>[0][number]['result'][]) =>
  each.map((result) => ({ result }))

describe('How many visits were missed', () => {
  test('of all results only a missed visit counts as missed, and only a held one beside it as due', () => {
    const counted = visitResults.map((result) => [result, noShowRate(results(result))] as const)
    expect(counted.filter(([, { missed }]) => missed === 1).map(([result]) => result)).toEqual(['no_show'])
    expect(counted.filter(([, { due }]) => due === 1).map(([result]) => result)).toEqual([
      'attended',
      'no_show',
    ])
  })

  test('a missed visit still counts once another is booked in its place', () => {
    expect(noShowRate(results('no_show', null))).toEqual({ missed: 1, due: 1, rate: 1 })
    expect(noShowRate(results('no_show', 'attended'))).toEqual({ missed: 1, due: 2, rate: 0.5 })
  })

  test('there is no rate while no visit was due', () => {
    expect(noShowRate(results(null, 'rescheduled', 'cancelled_by_family'))).toEqual({
      missed: 0,
      due: 0,
      rate: null,
    })
  })
})
