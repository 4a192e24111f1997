import { describe, expect, test } from 'vitest'
import { type LineFacts, lineOf, lineSteps } from './line.ts'
import { accepted, now, on, open, scheduled, seen } from './line-facts-for-specs.ts'

const marks = (facts: LineFacts, at = now) => lineOf(facts, at).map(({ s }) => s)
const next = (count: number) => Array.from({ length: count }, () => 'next')

describe('lateness on the line', () => {
  test('an agency whose time has passed is late, with nothing under way', () => {
    expect(marks({ ...open, nextLateAt: on('13') })[5]).toBe('late')
    expect(marks({ ...open, nextLateAt: new Date(now.getTime() + 1) })[5]).toBe('now')
  })

  test('a handoff that goes on past its day is being worked on, late', () => {
    const handoff: LineFacts = {
      ...open,
      state: 'handoff_open',
      consentAt: null,
      sentAt: null,
      receivedAt: null,
      nextStep: 'make_handoff',
      nextOwner: 'navigator',
      nextLateAt: on('06'),
    }
    expect(marks(handoff)).toEqual(['done', 'done', 'now late', ...next(6)])
  })

  test('a decision after its standard is pointed', () => {
    expect(marks({ ...open, decisionLateAt: on('05') })[1]).toBe('done late')
  })

  test('what the school owes beside care does not make the one-month step late', () => {
    const feedback: LineFacts = {
      ...seen,
      nextStep: 'confirm_feedback',
      nextOwner: 'navigator',
      nextLateAt: on('12'),
    }
    expect(marks(feedback).at(-1)).toBe('now')
  })

  test('every state with every set of facts draws at most nine steps and no step twice', () => {
    for (const facts of [open, accepted, scheduled, seen]) {
      for (const state of [
        'handoff_open',
        'sent',
        'received',
        'accepted',
        'not_accepted',
        'scheduled',
        'in_service',
        'disengaged',
        'redirected',
        'withdrawn',
        'closed',
      ] as const) {
        for (const notShared of [true, false]) {
          const names = lineOf({ ...facts, state, notShared }, now).map(({ name }) => name)
          expect(new Set(names).size, `${state} ${notShared}`).toBe(names.length)
          expect(names.length).toBeLessThanOrEqual(lineSteps.length)
        }
      }
    }
  })
})
