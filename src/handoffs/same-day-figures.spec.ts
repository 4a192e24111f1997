import { describe, expect, test } from 'vitest'
import { type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { type Counted, countsOf, missedBy, resultOf } from './same-day-figures.ts'

const calendar: SchoolCalendar = weekdayCalendar('America/Los_Angeles')
const at = (day: string, time: string) => new Date(`${day}T${time}:00-07:00`)
const [tuesday, wednesday] = ['2026-10-13', '2026-10-14'] as const
const later = at('2026-10-16', '12:00')

const one = (given: Partial<Counted>): Counted => ({
  state: 'open',
  openedAt: at(tuesday, '10:05'),
  dueAt: at(tuesday, '17:00'),
  dueStandard: { clock: 'warm_handoff', version: 1, unit: 'same_day' },
  firstAttemptAt: null,
  completedAt: null,
  endedAt: null,
  missReason: null,
  exceptionReason: null,
  caregiverPresentAtSend: null,
  schoolId: 'a school',
  schoolName: 'A school',
  referralEndedAt: null,
  ...given,
})
const is = (given: Partial<Counted>, now = later) => resultOf(one(given), calendar, now)

describe('What became of the same-day standard', () => {
  test('is kept, missed with its reason, or open [R042]', () => {
    expect(is({ state: 'complete', completedAt: at(tuesday, '16:00') })).toEqual({ is: 'kept' })
    const late = { state: 'complete', completedAt: at(wednesday, '09:00'), missReason: 'no_answer' } as const
    expect(is(late)).toEqual({ is: 'missed', reason: 'no_answer' })
    expect(is({})).toEqual({ is: 'missed', reason: null })
    expect(is({}, at(tuesday, '18:00'))).toEqual({ is: 'open' })
  })

  test('is missed by an exception that was said too late, for the reason that was given', () => {
    const excepted = (day: string) =>
      ({ state: 'excepted', endedAt: at(day, '16:00'), exceptionReason: 'partner_closed' }) as const
    expect(is(excepted(tuesday))).toEqual({ is: 'excepted' })
    expect(is(excepted(wednesday))).toEqual({ is: 'missed', reason: 'partner_closed' })
  })

  test('is neither where the family chose otherwise, or the referral ended while there was time', () => {
    expect(is({ state: 'ended', endedAt: at(wednesday, '09:00') })).toEqual({ is: 'ended' })
    expect(is({ referralEndedAt: at(tuesday, '15:00') })).toEqual({ is: 'ended' })
    expect(is({ referralEndedAt: at(wednesday, '09:00') })).toEqual({ is: 'missed', reason: null })
    const done = { state: 'complete', completedAt: at(tuesday, '11:00') } as const
    expect(is({ ...done, referralEndedAt: at(tuesday, '15:00') })).toEqual({ is: 'kept' })
  })

  test('is counted with the first try apart: in time, late or none, and not owed any more [R053]', () => {
    const some = [
      one({ firstAttemptAt: at(tuesday, '11:00') }),
      one({ firstAttemptAt: at(wednesday, '11:00') }),
      one({}),
      one({ state: 'excepted', endedAt: at(tuesday, '16:00') }),
      one({ referralEndedAt: at(tuesday, '15:00') }),
    ]
    expect(countsOf(some, calendar, later)).toMatchObject({ triedInTime: 1, triedLate: 3 })
    expect(countsOf([one({})], calendar, at(tuesday, '12:00'))).toMatchObject({
      triedInTime: 0,
      triedLate: 0,
    })
  })

  test('has its reasons in the order of how often', () => {
    const late = (missReason: string) =>
      one({ state: 'complete', completedAt: at(wednesday, '09:00'), missReason })
    const some = [late('no_answer'), late('decided_late'), late('decided_late'), one({})]
    expect(missedBy(some, calendar, later)).toEqual([
      { reason: 'decided_late', count: 2 },
      { reason: null, count: 1 },
      { reason: 'no_answer', count: 1 },
    ])
  })
})
