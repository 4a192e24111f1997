import { describe, expect, test } from 'vitest'
import { fewest } from '#platform/small-counts.ts'
import { beginningsOf, type Counted, figuresBySchool, figuresOf, tellsNobody, thoseAt } from './figures.ts'

const one: Counted = {
  schoolId: 'a',
  schoolName: 'Alder',
  source: 'staff',
  onPremises: true,
  knownBy: 'staff_saw',
  endedAs: null,
  beganOn: '2026-10-13',
  earlierOn: [],
}
const away = { ...one, onPremises: false, source: 'triage' } as const
const again = { ...one, earlierOn: ['2026-10-01'] }
const unsaid = { ...one, schoolId: 'b', schoolName: 'Birch', onPremises: null }

describe('Incidents as figures', () => {
  test('say how many there were, where, how they began and how many were repeats', () => {
    expect(figuresOf([one, away, again, unsaid], 90)).toEqual({
      began: 4,
      on: 2,
      off: 1,
      unknown: 1,
      repeats: 1,
    })
    const { by, known } = beginningsOf([one, away, again, { ...unsaid, knownBy: null }])
    expect(by).toEqual({ triage: 1, staff: 3, family_or_student: 0, partner_signal: 0 })
    expect(known).toMatchObject({ staff_saw: 3, unsaid: 1, peer_said: 0 })
    expect(figuresOf([again], 11).repeats, 'the window of the district counts').toBe(0)
  })

  test('are kept to those on school premises, away from it, or of which nobody said', () => {
    const some = [one, away, again, unsaid]
    expect(thoseAt(some, 'all')).toEqual(some)
    expect(thoseAt(some, 'on')).toEqual([one, again])
    expect(thoseAt(some, 'off')).toEqual([away])
    expect(thoseAt(some, 'unknown')).toEqual([unsaid])
  })

  test('stand for each school, the most first', () => {
    const rows = figuresBySchool([unsaid, one, away], 90)
    expect(rows.map(({ schoolName, began }) => [schoolName, began])).toEqual([
      ['Alder', 2],
      ['Birch', 1],
    ])
  })

  test('are told to whoever reads no record only where no part of them is small', () => {
    const some = (count: number, of = one) => Array.from({ length: count }, () => of)
    expect(tellsNobody(figuresOf([], 90))).toBe(true)
    expect(tellsNobody(figuresOf(some(fewest), 90))).toBe(true)
    expect(tellsNobody(figuresOf(some(fewest - 1), 90))).toBe(false)
    expect(tellsNobody(figuresOf([...some(fewest), away], 90))).toBe(false)
    const nearlyAll = [...some(fewest, again), one]
    expect(tellsNobody(figuresOf(nearlyAll, 90)), 'what is left of a sum says it too').toBe(false)
  })
})
