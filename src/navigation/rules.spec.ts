import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangedFirst, helpKinds, helpOutcomes } from './help.ts'
import { obstaclesToAsking, obstaclesToEnding } from './rules.ts'

const today = '2026-10-14'
const asking = (given: Partial<Parameters<typeof obstaclesToAsking>[0]>) =>
  obstaclesToAsking({
    asked: { kind: 'transport', dueOn: '2026-10-15' },
    referralEnded: false,
    barrier: undefined,
    today,
    ...given,
  })
const ending = (
  help: Partial<Parameters<typeof obstaclesToEnding>[0]['help']>,
  said: Partial<Parameters<typeof obstaclesToEnding>[0]['said']>,
) =>
  obstaclesToEnding({
    help: { kind: 'transport', arranged: 'The 7:40 bus pass', endedAt: null, ...help },
    said: { outcome: 'done', happenedOn: today, ...said },
    today,
  })

describe('Practical help', () => {
  test('is asked for by a day that is ahead, and in words where the kind says too little', () => {
    expect(asking({})).toEqual([])
    expect(asking({ asked: { kind: 'transport', dueOn: '2026-10-13' } })).toEqual(['due_in_the_past'])
    expect(asking({ asked: { kind: 'intake_forms', dueOn: today } })).toEqual(['need_missing'])
    expect(asking({ asked: { kind: 'intake_forms', need: 'Consent and history', dueOn: today } })).toEqual([])
    expect(asking({ referralEnded: true })).toEqual(['referral_ended'])
  })

  test('is asked for a barrier of the referral that still stands', () => {
    expect(asking({ barrier: { resolvedAt: null } })).toEqual([])
    expect(asking({ barrier: null })).toEqual(['barrier_unknown'])
    expect(asking({ barrier: { resolvedAt: new Date() } })).toEqual(['barrier_cleared'])
  })

  test('was not given before it was arranged, nor on a day to come', () => {
    expect(ending({}, {})).toEqual([])
    expect(ending({ arranged: null }, {})).toEqual(['not_arranged'])
    expect(ending({ kind: 'food', arranged: null }, {})).toEqual([])
    expect(ending({}, { happenedOn: '2026-10-15' })).toEqual(['not_happened_yet'])
    expect(ending({ endedAt: new Date() }, {})).toEqual(['ended_already'])
  })

  test('never ends without an arrangement or a reason; a family that goes without gives none [R354]', () => {
    const every = fc.record({
      kind: fc.constantFrom(...helpKinds),
      arranged: fc.option(fc.constant('A cousin drives')),
      outcome: fc.constantFrom(...helpOutcomes),
      result: fc.constantFrom(undefined, '', 'No seat is free'),
    })
    fc.assert(
      fc.property(every, ({ kind, arranged, outcome, result }) => {
        const passes = ending({ kind, arranged }, { outcome, result }).length === 0
        const covered = !arrangedFirst.includes(kind) || arranged !== null
        const noReason = outcome === 'family_declined'
        expect(passes).toBe(outcome === 'done' ? covered : noReason || result === 'No seat is free')
      }),
    )
  })
})
