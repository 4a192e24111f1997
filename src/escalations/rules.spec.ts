import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisions, endings, entryKinds } from './escalation.ts'
import { missingOf, needed, obstaclesToClosing, obstaclesToDeciding } from './rules.ts'

const today = '2026-10-13'
const three = needed.map((kind) => ({ kind }))
const entries = fc.array(fc.constantFrom(...entryKinds).map((kind) => ({ kind })))
const closing = fc.record({
  closed: fc.boolean(),
  decided: fc.boolean(),
  entries,
  ending: fc.constantFrom(...endings),
  connected: fc.boolean(),
  plan: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  againOn: fc.constantFrom(undefined, '2026-10-12', today, '2026-10-14'),
  today: fc.constant(today),
})

describe('A stalled loop', () => {
  test('is decided on after the family and the agency were asked, with a day ahead to look again [R090]', () => {
    const facts = {
      closed: false,
      decision: 'continue',
      againOn: '2026-10-14',
      today,
      referralEnded: false,
    } as const
    expect(obstaclesToDeciding({ ...facts, entries: [] })).toEqual([
      'family_not_contacted',
      'capacity_not_confirmed',
    ])
    expect(obstaclesToDeciding({ ...facts, entries: [{ kind: 'capacity' }] })).toEqual([
      'family_not_contacted',
    ])
    expect(obstaclesToDeciding({ ...facts, entries: three })).toEqual([])
    expect(obstaclesToDeciding({ ...facts, entries: three, againOn: today })).toEqual(['again_in_the_past'])
  })

  test('whose referral has ended can be helped at school, and by no other decision', () => {
    const allowed = decisions.filter(
      (decision) =>
        obstaclesToDeciding({
          closed: false,
          entries: three,
          decision,
          againOn: '2026-10-14',
          today,
          referralEnded: true,
        }).length === 0,
    )
    expect(allowed).toEqual(['school_support'])
  })

  test('is closed with the three things and a connection or a plan, and never otherwise [R090] [R092]', () => {
    fc.assert(
      fc.property(closing, (facts) => {
        const may = obstaclesToClosing(facts).length === 0
        const connected = facts.ending === 'connected' && facts.connected
        const planned =
          facts.ending === 'other_plan' && facts.plan !== undefined && (facts.againOn ?? '') > today
        expect(may).toBe(
          !facts.closed && facts.decided && missingOf(facts.entries).length === 0 && (connected || planned),
        )
      }),
      { numRuns: 2_000 },
    )
    // The property above meets both: one that may be closed, and one that may not.
    const ready = {
      closed: false,
      decided: true,
      entries: three,
      ending: 'connected',
      connected: true,
      plan: undefined,
      againOn: undefined,
      today,
    } as const
    expect(obstaclesToClosing(ready)).toEqual([])
    expect(obstaclesToClosing({ ...ready, connected: false })).toEqual(['not_connected'])
  })
})
