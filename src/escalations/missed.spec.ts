import { describe, expect, test } from 'vitest'
import { instantAt, weekdayCalendar } from '#district/contract.ts'
import { shippedModel } from '#standards/contract.ts'
import { missedOf, type Open } from './missed.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const model = shippedModel(new Date('2026-08-03T16:00:00Z'))
const at = (said: string) => instantAt(calendar, said.slice(0, 10), said.slice(11))
const open: Open = {
  clock: 'weekly_review',
  recordType: 'referral',
  recordId: null,
  referralId: 'referral',
  studentId: 'student',
  schoolId: 'school',
  startedAt: at('2026-10-05 09:00'),
  dueAt: null,
  heldBy: 'navigator',
  personId: 'navigator',
  highNeed: false,
  tier: null,
}
const missed = (change: Partial<Open>, now: string) =>
  missedOf({ ...open, ...change }, { calendar, model }, at(now))

describe('Something open', () => {
  test('is missed once the day it was due on is over, with when and by which limit', () => {
    expect(missed({}, '2026-10-12 23:59')).toBeUndefined()
    expect(missed({}, '2026-10-13 00:00')).toMatchObject({
      dueAt: at('2026-10-12 09:00'),
      standard: { clock: 'weekly_review', unit: 'calendar_days', amount: 7, version: 1 },
      heldBy: 'navigator',
    })
  })

  test('in minutes is missed to the minute', () => {
    const told = { clock: 'caregiver_told' as const, startedAt: at('2026-10-05 09:00') }
    expect(missed(told, '2026-10-05 09:30')).toBeUndefined()
    expect(missed(told, '2026-10-05 09:31')?.dueAt).toEqual(at('2026-10-05 09:30'))
  })

  test('with a due time of its own is missed by that, whatever the standard says', () => {
    const concern = { clock: 'triage' as const, dueAt: at('2026-10-05 10:00') }
    expect(missed(concern, '2026-10-05 09:59')).toBeUndefined()
    expect(missed(concern, '2026-10-05 10:00')?.dueAt).toEqual(at('2026-10-05 10:00'))
  })
})
