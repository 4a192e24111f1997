import { describe, expect, test } from 'vitest'
import type { SchoolCalendar } from '#district/contract.ts'
import { sameDayOf } from './same-day.ts'

const hours = { opens: '07:30', closes: '17:00' }
const calendar: SchoolCalendar = {
  timeZone: 'America/Los_Angeles',
  terms: [],
  closures: [{ on: '2026-10-12', label: 'Fall holiday' }],
  hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
}
/** A time in the district, as the zone of these days has it: seven hours behind UTC. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00-07:00`)

const opened = (given = {}) => ({
  state: 'open' as const,
  openedAt: at('2026-10-13', '10:05'),
  dueAt: at('2026-10-13', '17:00'),
  dueStandard: { clock: 'warm_handoff', version: 1, unit: 'same_day' },
  firstAttemptAt: null,
  completedAt: null,
  endedAt: null,
  ...given,
})

describe('The same-day standard', () => {
  test('is kept until the last minute of the day on the district’s clock, and missed from midnight [R042]', () => {
    const done = (time: string, day = '2026-10-13') =>
      sameDayOf(
        opened({ state: 'complete', completedAt: at(day, time) }),
        calendar,
        at('2026-10-14', '12:00'),
      )
    expect(done('16:59').completion).toBe('kept')
    expect(done('23:59').completion).toBe('kept')
    expect(done('00:00', '2026-10-14').completion).toBe('missed')
  })

  test('is computed in minutes from the decision', () => {
    expect(
      sameDayOf(opened({ completedAt: at('2026-10-13', '14:12') }), calendar, at('2026-10-13', '15:00'))
        .minutes,
    ).toBe(247)
    expect(sameDayOf(opened(), calendar, at('2026-10-13', '15:00')).minutes).toBeNull()
  })

  test('is judged on the first attempt and on completion apart [R053]', () => {
    const late = opened({ firstAttemptAt: at('2026-10-13', '10:30'), completedAt: at('2026-10-14', '09:00') })
    expect(sameDayOf(late, calendar, at('2026-10-14', '09:00'))).toMatchObject({
      firstAttempt: 'kept',
      completion: 'missed',
    })
    expect(sameDayOf(opened(), calendar, at('2026-10-14', '00:01'))).toMatchObject({
      firstAttempt: 'missed',
      completion: 'missed',
    })
    expect(sameDayOf(opened(), calendar, at('2026-10-13', '20:00'))).toMatchObject({
      firstAttempt: 'open',
      completion: 'open',
    })
  })

  test('stops without a miss when the family chooses, and for an exception made in time', () => {
    const ended = opened({ state: 'ended', endedAt: at('2026-10-14', '09:00') })
    expect(sameDayOf(ended, calendar, at('2026-10-15', '09:00')).completion).toBe('family_choice')
    const excepted = (day: string) =>
      sameDayOf(opened({ state: 'excepted', endedAt: at(day, '16:00') }), calendar, at('2026-10-15', '09:00'))
        .completion
    expect(excepted('2026-10-13')).toBe('excepted')
    expect(excepted('2026-10-14')).toBe('missed')
  })

  test('follows the due time stored at the decision, whatever is published later', () => {
    const strict = opened({
      dueAt: at('2026-10-13', '12:00'),
      dueStandard: { clock: 'warm_handoff', version: 2, unit: 'minutes' },
    })
    const done = (time: string) =>
      sameDayOf({ ...strict, completedAt: at('2026-10-13', time) }, calendar, at('2026-10-13', '18:00'))
        .completion
    expect(done('12:00')).toBe('kept')
    expect(done('12:01')).toBe('missed')
  })
})
