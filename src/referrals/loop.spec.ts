import { describe, expect, test } from 'vitest'
import { type LoopFacts, loopOf } from './loop.ts'

const at = new Date('2026-10-07T16:00:00Z')
const nothing: LoopFacts = {
  state: 'sent',
  receivedAt: null,
  acceptedAt: null,
  firstSeenAt: null,
  feedbackAt: null,
  successor: null,
}

describe('three confirmations close a loop', () => {
  test('a packet that was only sent confirms nothing', () => {
    expect(loopOf(nothing)).toMatchObject({
      complete: false,
      owed: ['received_and_accepted', 'first_visit_held', 'school_knows_enough'],
    })
  })

  test('received alone is not accepted', () => {
    expect(loopOf({ ...nothing, receivedAt: at }).owed).toContain('received_and_accepted')
  })

  test('accepted and seen without feedback: the loop is open, feedback missing [R073]', () => {
    const loop = loopOf({ ...nothing, state: 'in_service', receivedAt: at, acceptedAt: at, firstSeenAt: at })
    expect(loop.complete).toBe(false)
    expect(loop.owed).toEqual(['school_knows_enough'])
  })

  test('all three are there: the loop is closed [R073]', () => {
    expect(
      loopOf({
        ...nothing,
        state: 'in_service',
        receivedAt: at,
        acceptedAt: at,
        firstSeenAt: at,
        feedbackAt: at,
      }),
    ).toMatchObject({ complete: true, owed: [] })
  })

  test('redirected to an agency that accepted counts as accepted [R073]', () => {
    const successor = { receivedAt: at, acceptedAt: at, firstSeenAt: null, feedbackAt: null }
    const gone: LoopFacts = { ...nothing, state: 'redirected', receivedAt: at, successor }
    expect(loopOf(gone).owed).toEqual(['first_visit_held', 'school_knows_enough'])
    expect(loopOf({ ...gone, successor: { ...successor, acceptedAt: null } }).owed).toContain(
      'received_and_accepted',
    )
  })

  test('an agency that accepted and gave it back does not count', () => {
    expect(loopOf({ ...nothing, state: 'not_accepted', receivedAt: at, acceptedAt: at }).owed).toContain(
      'received_and_accepted',
    )
  })
})
