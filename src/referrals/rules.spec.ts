import { describe, expect, test } from 'vitest'
import { referralLifecycle } from './lifecycle.ts'
import {
  obstaclesToBooking,
  obstaclesToPosting,
  obstaclesToResult,
  obstaclesToTelling,
  obstaclesWhileTreating,
  scopeOfResult,
} from './rules.ts'

const agreed = { scope: 'status_feedback', consentId: 'c', agreed: true } as const
const now = new Date('2026-10-13T20:30:00Z')
const soon = new Date('2026-10-14T20:30:00Z')
const before = new Date('2026-10-12T20:30:00Z')

describe('what an agency may tell', () => {
  test('each of three questions is asked for itself [R072]', () => {
    expect(obstaclesToTelling({ telling: agreed })).toEqual([])
    expect(obstaclesToTelling({ telling: { ...agreed, consentId: null } })).toEqual(['not_shared'])
    expect(
      obstaclesToTelling({ telling: { scope: 'safety_signals', consentId: null, agreed: true } }),
    ).toEqual(['safety_not_shared'])
    expect(
      obstaclesToTelling({ telling: { scope: 'participation', consentId: null, agreed: false } }),
    ).toEqual(['participation_not_shared', 'not_agreed'])
  })

  test('says every obstacle at once', () => {
    expect(
      obstaclesToPosting({ state: 'in_service', telling: { ...agreed, consentId: null } }, 'receive'),
    ).toEqual(['not_at_this_step', 'not_shared'])
  })

  test('after an end nothing is told, whatever the act', () => {
    for (const state of referralLifecycle.states.filter((each) => referralLifecycle.ends(each))) {
      for (const act of referralLifecycle.acts) {
        expect(obstaclesToPosting({ state, telling: agreed }, act), `${state} ${act}`).toEqual([
          'referral_ended',
        ])
      }
      expect(obstaclesWhileTreating({ state, telling: agreed })).toEqual(['referral_ended'])
    }
  })
})

describe('what came of a visit', () => {
  test('whether somebody came is not known before the visit has begun; a cancellation is', () => {
    const visit = { result: null, startsAt: soon }
    expect(obstaclesToResult(visit, 'attended', now)).toEqual(['not_yet'])
    expect(obstaclesToResult(visit, 'no_show', now)).toEqual(['not_yet'])
    expect(obstaclesToResult(visit, 'cancelled_by_family', now)).toEqual([])
  })

  test('a result stays as it was first entered [R076]', () => {
    expect(obstaclesToResult({ result: 'no_show', startsAt: before }, 'attended', now)).toEqual([
      'already_recorded',
    ])
  })

  test('later visits are participation, which is asked apart [R072]', () => {
    expect(scopeOfResult({ kind: 'assessment' })).toBe('status_feedback')
    expect(scopeOfResult({ kind: 'follow_up' })).toBe('participation')
  })
})

describe('booking a visit', () => {
  const booking = { startsAt: soon, now, replaced: undefined, replaces: false, open: [] }
  test('not in the past, and not beside one that is open', () => {
    expect(obstaclesToBooking(booking)).toEqual([])
    expect(obstaclesToBooking({ ...booking, startsAt: now })).toEqual(['in_the_past'])
    expect(obstaclesToBooking({ ...booking, open: [{ id: 'a' }] })).toEqual(['visit_still_open'])
  })

  test('a visit that is moved must belong to the referral', () => {
    expect(obstaclesToBooking({ ...booking, replaces: true })).toEqual(['nothing_to_replace'])
    expect(obstaclesToBooking({ ...booking, replaces: true, replaced: { result: 'no_show' } })).toEqual([])
  })
})
