import { describe, expect, test } from 'vitest'
import { type Reminder, type ReminderAttempt, standingOfReminder } from './reminder.ts'

const now = new Date('2026-10-14T17:00:00Z')
const ahead = new Date('2026-10-15T23:30:00Z')
const attempt = (outcome: ReminderAttempt['outcome']) => ({ outcome }) as ReminderAttempt
const stands = (change: Partial<Reminder> = {}) =>
  standingOfReminder({ attempts: [], result: null, startsAt: ahead, moveAskedAt: null, ...change }, now)

describe('How a reminder stands', () => {
  test('it is owed until one arrives: a try that did not arrive changes nothing', () => {
    expect(stands()).toBe('owed')
    expect(stands({ attempts: [attempt('not_delivered')] })).toBe('owed')
    expect(stands({ attempts: [attempt('not_delivered'), attempt('delivered')] })).toBe('delivered')
  })

  test('it is off once the visit was cancelled, moved or held, or has begun', () => {
    for (const result of ['cancelled_by_provider', 'rescheduled', 'attended', 'no_show'] as const)
      expect(stands({ result })).toBe('off')
    expect(stands({ startsAt: now })).toBe('off')
    // What arrived before stays done.
    expect(stands({ result: 'no_show', attempts: [attempt('delivered')] })).toBe('delivered')
  })

  test('a time that does not suit the family asks for another, as long as the visit is ahead', () => {
    const asked = { moveAskedAt: now, attempts: [attempt('delivered')] }
    expect(stands(asked)).toBe('move_asked')
    expect(stands({ ...asked, result: 'rescheduled' })).toBe('delivered')
  })
})
