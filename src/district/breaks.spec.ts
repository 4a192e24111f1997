import { describe, expect, test } from 'vitest'
import { breaksOf } from './breaks.ts'
import { weekdayCalendar } from './calendar.ts'

const winter = ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-28']
const closed = (days: readonly string[], label: string) => days.map((onDay) => ({ onDay, label }))
const breaks = (closures: ReturnType<typeof closed>) =>
  breaksOf(closures, {
    ...weekdayCalendar('America/Los_Angeles'),
    closures: closures.map(({ onDay: on, label }) => ({ on, label })),
  })

describe('Days without school', () => {
  test('read as one break when no school day lies between, over a weekend too', () => {
    expect(breaks(closed(winter, 'Winter break'))).toEqual([
      { from: '2026-12-21', to: '2026-12-28', label: 'Winter break' },
    ])
  })

  test('a school day between, or another reason, makes two', () => {
    const days = [...closed(['2026-12-21', '2026-12-23'], 'Winter break'), ...closed(['2026-12-24'], 'Snow')]
    expect(breaks(days).map(({ from, to }) => [from, to])).toEqual([
      ['2026-12-21', '2026-12-21'],
      ['2026-12-23', '2026-12-23'],
      ['2026-12-24', '2026-12-24'],
    ])
  })
})
