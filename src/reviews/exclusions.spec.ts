import { describe, expect, test } from 'vitest'
import { type Exclusion, exclusionFigures, tellsNobody } from './exclusions.ts'

const one = (studentId: string, startsOn: string, change: Partial<Exclusion> = {}): Exclusion => ({
  studentId,
  startsOn,
  code: 'out_of_school_suspension',
  open: false,
  ...change,
})

describe('Exclusions as figures', () => {
  test('are those of ninety days, beside the ninety before them', () => {
    const figures = exclusionFigures(
      [
        one('a', '2026-10-14', { open: true }),
        one('a', '2026-07-17', { open: true, code: 'removal' }),
        one('b', '2026-07-16'),
        one('c', '2026-04-18'),
        one('d', '2026-04-17'),
        one('e', '2026-10-15'),
      ],
      '2026-10-14',
    )
    expect(figures).toEqual({
      lately: { events: 2, students: 1 },
      before: { events: 2, students: 2 },
      facing: 1,
      kinds: [
        { code: 'out_of_school_suspension', lately: 1, before: 2 },
        { code: 'removal', lately: 1, before: 0 },
      ],
    })
  })

  test('are read by somebody who reads no record only where no part of them is small', () => {
    const many = (count: number, on: string) =>
      Array.from({ length: count }, (_, at) => one(`${on}${at}`, on))
    const told = (lately: number, before: number) =>
      tellsNobody(
        exclusionFigures([...many(lately, '2026-10-01'), ...many(before, '2026-06-01')], '2026-10-14'),
      )
    expect([told(0, 0), told(10, 12), told(10, 9), told(1, 10)]).toEqual([true, true, false, false])
  })
})
