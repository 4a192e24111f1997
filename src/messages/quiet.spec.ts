import { describe, expect, test } from 'vitest'
import { weekdayCalendar } from '#district/contract.ts'
import { isWithin, nextOpen } from './quiet.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const day = { from: '08:00', until: '20:00' }
const after = (at: string, ...windows: { from: string; until: string }[]) =>
  nextOpen(calendar, windows, new Date(at))?.toISOString()

describe('Quiet hours', () => {
  test('hold a message of the night until the morning of the district, whatever the season', () => {
    // 21:30 in Los Angeles, in summer and in winter.
    expect(after('2026-10-14T04:30:00Z', day)).toBe('2026-10-14T15:00:00.000Z')
    expect(after('2026-12-14T05:30:00Z', day)).toBe('2026-12-14T16:00:00.000Z')
    expect(after('2026-10-14T18:00:00Z', day)).toBe('2026-10-14T18:00:00.000Z')
    expect(after('2026-10-14T15:00:00Z', day)).toBe('2026-10-14T15:00:00.000Z')
  })

  test('end by the clock on the wall on the days the clocks change', () => {
    // 21:00 on the evening before: an hour shorter in spring, an hour longer in autumn.
    expect(after('2026-03-08T05:00:00Z', day)).toBe('2026-03-08T15:00:00.000Z')
    expect(after('2026-11-01T04:00:00Z', day)).toBe('2026-11-01T16:00:00.000Z')
    // A time that is skipped means the same distance later.
    expect(after('2026-03-08T05:00:00Z', { from: '02:30', until: '06:00' })).toBe('2026-03-08T10:30:00.000Z')
  })

  test('and the hours of a person are both kept, and never meeting is said', () => {
    const evenings = { from: '17:00', until: '22:00' }
    expect(after('2026-10-14T18:00:00Z', day, evenings)).toBe('2026-10-15T00:00:00.000Z')
    expect(after('2026-10-15T03:30:00Z', day, evenings)).toBe('2026-10-16T00:00:00.000Z')
    expect(after('2026-10-14T18:00:00Z', day, { from: '21:00', until: '23:00' })).toBeUndefined()
  })

  test('may go past midnight', () => {
    const night = { from: '22:00', until: '06:00' }
    expect(['21:59', '22:00', '23:59', '00:00', '05:59', '06:00'].map((at) => isWithin(night, at))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
  })
})
