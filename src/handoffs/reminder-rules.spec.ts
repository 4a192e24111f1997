import { describe, expect, test } from 'vitest'
import { obstaclesToReminding, suggestedTry } from './reminder-rules.ts'

const on = (moment: string) => new Date(`2026-10-${moment}:00Z`)
const given = {
  reminder: { plannedAt: on('13T21:00'), startsAt: on('15T23:30'), resultAt: null },
  whom: 'rosa',
  caregivers: [{ id: 'rosa' }],
  minorConsented: false,
  happenedAt: on('14T21:00'),
  now: on('14T22:00'),
}
const found = (change: Partial<Parameters<typeof obstaclesToReminding>[0]>) =>
  obstaclesToReminding({ ...given, ...change })

describe('Writing down a reminder', () => {
  test('goes to somebody who cares for the student, or to the student', () => {
    expect(found({})).toEqual([])
    expect(found({ whom: 'student' })).toEqual([])
    expect(found({ whom: 'somebody else' })).toEqual(['not_a_caregiver'])
  })

  test('goes to nobody but the student who agreed alone [R151]', () => {
    expect(found({ minorConsented: true })).toEqual(['minor_consented'])
    expect(found({ minorConsented: true, whom: 'student' })).toEqual([])
  })

  test('happened between the booking and the visit, and not ahead of now', () => {
    expect(found({ happenedAt: on('14T22:30') })).toEqual(['not_happened_yet'])
    expect(found({ happenedAt: on('13T20:00') })).toEqual(['before_booking'])
    expect(found({ happenedAt: on('15T23:30'), now: on('16T17:00') })).toEqual(['visit_begun'])
    // It may be entered after the visit, when it happened before.
    expect(found({ now: on('16T17:00') })).toEqual([])
  })

  test('is of no use once the visit was cancelled or moved', () => {
    const cancelled = { ...given.reminder, resultAt: on('14T20:00') }
    expect(found({ reminder: cancelled })).toEqual(['visit_off'])
    expect(found({ reminder: cancelled, happenedAt: on('14T19:00') })).toEqual([])
  })

  test('every reason is said at once', () => {
    expect(found({ whom: 'somebody else', happenedAt: on('16T00:00') })).toEqual([
      'not_a_caregiver',
      'not_happened_yet',
      'visit_begun',
    ])
  })

  test('the first contact is suggested the way they want it, and nobody who is not to be contacted', () => {
    const rosa = { id: 'rosa', contactRule: 'text_first' }
    expect(suggestedTry([rosa])).toEqual({ person: rosa, channel: 'text' })
    const luis = { id: 'luis', contactRule: 'do_not_contact' }
    expect(suggestedTry([luis, { ...rosa, contactRule: 'any' }])).toMatchObject({
      person: { id: 'rosa' },
      channel: 'phone',
    })
    expect(suggestedTry([luis]).person).toBeUndefined()
  })
})
