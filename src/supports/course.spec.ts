import { describe, expect, test } from 'vitest'
import { courseOf, lastMonths } from './course.ts'

describe('How a student’s measures go', () => {
  test('is looked at over the last months, across the turn of a year', () => {
    expect(lastMonths('2026-10-13', 3)).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(lastMonths('2027-01-31', 3)).toEqual(['2026-11', '2026-12', '2027-01'])
  })

  test('counts each day missed once, every crisis, and visits kept of those that were due', () => {
    const course = courseOf(['2026-09', '2026-10'], {
      missedOn: ['2026-09-01', '2026-09-01', '2026-09-14', '2026-10-02', '2026-08-30'],
      crisesOn: ['2026-09-14', '2026-09-14'],
      visits: [
        { on: '2026-10-01', kept: true },
        { on: '2026-10-08', kept: false },
        { on: '2026-10-15', kept: true },
      ],
    })
    expect(course.attendance.map(({ count }) => count)).toEqual([2, 1])
    expect(course.crisis_contacts.map(({ count }) => count)).toEqual([2, 0])
    expect(course.engagement.map(({ count, of }) => [count, of])).toEqual([
      [0, 0],
      [2, 3],
    ])
  })
})
