import { describe, expect, test } from 'vitest'
import { isLate, sameWeekResult } from './same-week.ts'

const lateAt = new Date('2026-10-17T07:00:00Z')
const before = new Date('2026-10-15T23:30:00Z')
const after = new Date('2026-10-20T23:30:00Z')
const visit = (startsAt: Date, change: object = {}) =>
  ({ kind: 'assessment', startsAt, result: null, ...change }) as Parameters<typeof sameWeekResult>[0][number]
const result = (visits: Parameters<typeof sameWeekResult>[0], now = before) =>
  sameWeekResult(visits, { lateAt, now })

describe('The same-week standard', () => {
  test('is kept by a first visit held in time, and by nothing that was only booked [R016]', () => {
    expect(result([visit(before, { result: 'attended' })], after)).toBe('kept')
    expect(result([visit(before)])).toBe('open')
    expect(result([visit(before)], after)).toBe('missed')
  })

  test('is missed from the moment a first visit is booked later, and when the week ends with none [R016]', () => {
    expect(result([visit(after)])).toBe('missed')
    expect(result([])).toBe('open')
    expect(result([], lateAt)).toBe('missed')
  })

  test('looks past visits that were missed, moved or cancelled, and at no follow-up', () => {
    expect(result([visit(before, { result: 'no_show' }), visit(after)])).toBe('missed')
    expect(result([visit(after, { result: 'rescheduled' }), visit(before)])).toBe('open')
    expect(result([visit(after, { kind: 'follow_up' })])).toBe('open')
    expect(result([visit(before, { kind: 'follow_up', result: 'attended' })], after)).toBe('missed')
  })

  test('judges first visits only, while none was held', () => {
    const wanted = { kind: 'assessment', startsAt: lateAt, lateAt } as const
    expect(isLate({ ...wanted, referral: { firstSeenAt: null } })).toBe(true)
    expect(isLate({ ...wanted, startsAt: before, referral: { firstSeenAt: null } })).toBe(false)
    expect(isLate({ ...wanted, referral: { firstSeenAt: before } })).toBe(false)
    expect(isLate({ ...wanted, kind: 'follow_up', referral: { firstSeenAt: null } })).toBe(false)
  })
})
