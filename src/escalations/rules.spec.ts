import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisions, endings, entryKinds } from './escalation.ts'
import {
  connectionOf,
  connections,
  dueOnceRisen,
  missingOf,
  needed,
  obstaclesToClosing,
  obstaclesToDeciding,
} from './rules.ts'

const today = '2026-10-13'
const latest = '2026-10-20'
const three = needed.map((kind) => ({ kind }))
const entries = fc.array(fc.constantFrom(...entryKinds).map((kind) => ({ kind })))
const closing = fc.record({
  closed: fc.boolean(),
  decided: fc.boolean(),
  crisisRuns: fc.boolean(),
  entries,
  ending: fc.constantFrom(...endings),
  connection: fc.constantFrom(...connections),
  plan: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  againOn: fc.constantFrom(undefined, '2026-10-12', today, '2026-10-14', latest, '2099-01-01'),
  today: fc.constant(today),
  latest: fc.constant(latest),
})

describe('A stalled loop', () => {
  test('is decided on after the family and the agency were asked, with a day ahead to look again [R090]', () => {
    const facts = {
      closed: false,
      decision: 'continue',
      againOn: '2026-10-14',
      today,
      latest,
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
    expect(obstaclesToDeciding({ ...facts, entries: three, againOn: latest })).toEqual([])
    expect(obstaclesToDeciding({ ...facts, entries: three, againOn: '2099-01-01' })).toEqual([
      'again_too_far',
    ])
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
          latest,
          referralEnded: true,
        }).length === 0,
    )
    expect(allowed).toEqual(['school_support'])
  })

  test('is closed with the three things and a connection or a plan, and never otherwise [R090] [R092]', () => {
    fc.assert(
      fc.property(closing, (facts) => {
        const may = obstaclesToClosing(facts).length === 0
        const connected = facts.ending === 'connected' && facts.connection === 'connected'
        const planned =
          facts.ending === 'other_plan' &&
          facts.plan !== undefined &&
          ['2026-10-14', latest].includes(facts.againOn ?? '')
        expect(may).toBe(
          !facts.closed &&
            !facts.crisisRuns &&
            facts.decided &&
            missingOf(facts.entries).length === 0 &&
            (connected || planned),
        )
      }),
      { numRuns: 2_000 },
    )
    // The property above meets both: one that may be closed, and one that may not.
    const ready = {
      closed: false,
      crisisRuns: false,
      decided: true,
      entries: three,
      ending: 'connected',
      connection: 'connected',
      plan: undefined,
      againOn: undefined,
      today,
      latest,
    } as const
    expect(obstaclesToClosing(ready)).toEqual([])
    expect(obstaclesToClosing({ ...ready, crisisRuns: true })).toEqual(['crisis_runs'])
    expect(obstaclesToClosing({ ...ready, connection: 'never_seen' })).toEqual(['not_connected'])
    expect(obstaclesToClosing({ ...ready, connection: 'nothing_since' })).toEqual(['nothing_since'])
  })
})

test('risk that has risen never puts off what is owed, and brings it forward to a decision from now', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (nextDueAt, decision) => {
      const due = dueOnceRisen({ nextDueAt }, decision).getTime()
      expect(due).toBeLessThanOrEqual(nextDueAt.getTime())
      expect(due).toBeLessThanOrEqual(decision.getTime())
      expect([nextDueAt.getTime(), decision.getTime()]).toContain(due)
    }),
  )
})

describe('A student', () => {
  const openedAt = new Date('2026-10-05T16:00:00Z')
  const before = new Date('2026-09-14T16:00:00Z')
  const after = new Date('2026-10-07T16:00:00Z')
  const seen = (seenAt: Date | null, inCareAt: Date | null = seenAt) => [{ seenAt, inCareAt }]

  test.each(['silent', 'asked', 'not_scheduled'] as const)(
    'seen weeks before a loop stalled (%s) is connected by a visit or a word since, and by neither before [R092]',
    (cause) => {
      const connection = (...chain: ReturnType<typeof seen>) => connectionOf({ cause, openedAt }, chain)
      expect(connection(...seen(before))).toBe('nothing_since')
      expect(connection(...seen(before, openedAt))).toBe('nothing_since')
      expect(connection(...seen(before, after))).toBe('connected')
      expect(connection(...seen(after, null))).toBe('connected')
      expect(connection(...seen(null))).toBe('never_seen')
    },
  )

  test.each(['high_need_intake', 'not_received', 'not_accepted', 'not_seen'] as const)(
    'nobody had seen (%s) is connected by a first visit, also one that was told of late',
    (cause) => {
      expect(connectionOf({ cause, openedAt }, seen(before))).toBe('connected')
      expect(connectionOf({ cause, openedAt }, seen(null, after))).toBe('never_seen')
    },
  )

  test('passed on to another agency is not connected by a word of one that has not seen them', () => {
    const chain = [...seen(before), ...seen(null, after)]
    expect(connectionOf({ cause: 'silent', openedAt }, chain)).toBe('nothing_since')
    expect(connectionOf({ cause: 'silent', openedAt }, [...seen(before), ...seen(after)])).toBe('connected')
  })
})
