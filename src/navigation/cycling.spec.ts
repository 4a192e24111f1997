import { describe, expect, test } from 'vitest'
import { goesRound, goingRound, type Round } from './cycling.ts'

const round = (given: Partial<Round>): Round => ({
  studentId: 's',
  studentName: 'Sofia',
  schoolName: 'Alder Creek',
  referrals: 2,
  unconnected: 0,
  missed: 0,
  crises: 0,
  since: new Date('2026-03-02T17:00:00Z'),
  ...given,
})

describe('Somebody who goes round', () => {
  test('was referred more than once, and something came to nothing in between', () => {
    expect(goesRound(round({ missed: 1 }))).toBe(true)
    expect(goesRound(round({ crises: 1 }))).toBe(true)
    expect(goesRound(round({ unconnected: 1 }))).toBe(true)
    expect(goesRound(round({}))).toBe(false)
    expect(goesRound(round({ referrals: 1, missed: 4, crises: 1 }))).toBe(false)
  })

  test('with a crisis stands before somebody who missed visits', () => {
    const names = goingRound([
      round({ studentName: 'Mateo', missed: 2 }),
      round({ studentName: 'Kayla', crises: 1 }),
      round({ studentName: 'Theo' }),
      round({ studentName: 'Amina', missed: 2 }),
    ]).map(({ studentName }) => studentName)
    expect(names).toEqual(['Kayla', 'Amina', 'Mateo'])
  })
})
