import { describe, expect, test } from 'vitest'
import { funnelOf, type Way } from './funnel.ts'

const nowhere = { received: false, accepted: false, scheduled: false, seen: false, engaged: false }
const way = (reached: Partial<Way['reached']>, ended?: string | null): Way => ({
  reached: { ...nowhere, ...reached },
  outside: null,
  over: ended !== undefined,
  reason: ended ?? null,
})

describe('The way to care', () => {
  test('counts who came how far, who was lost where and why, as a count by hand does [R080]', () => {
    // Ten, counted by hand.
    const ten: Way[] = [
      way({ received: true, accepted: true, scheduled: true, seen: true, engaged: true }),
      way({ received: true, accepted: true, scheduled: true, seen: true, engaged: true }, null),
      way({ received: true, accepted: true, scheduled: true, seen: true }, 'not_engaged'),
      way({ received: true, accepted: true, scheduled: true, seen: true }),
      // Booked and never seen.
      way({ received: true, accepted: true, scheduled: true }, 'intake_barrier'),
      way({ received: true, accepted: true, scheduled: true }, 'family_choice'),
      way({ received: true, accepted: true, scheduled: true }, 'intake_barrier'),
      way({ received: true }, 'service_could_not_accept'),
      way({}, 'family_choice'),
      way({}),
    ]
    expect(funnelOf(ten).map(({ step, reached, lost, underWay }) => [step, reached, lost, underWay])).toEqual(
      [
        ['referred', 10, 1, 1],
        ['received', 8, 1, 0],
        ['accepted', 7, 0, 0],
        ['scheduled', 7, 3, 0],
        ['seen', 4, 1, 1],
        ['engaged', 2, 0, 0],
      ],
    )
    expect(funnelOf(ten)[3]?.reasons).toEqual([
      { reason: 'intake_barrier', count: 2 },
      { reason: 'family_choice', count: 1 },
    ])
  })

  test('counts a step nobody spoke of as passed where a later one was reached', () => {
    expect(funnelOf([way({ seen: true })]).map(({ reached }) => reached)).toEqual([1, 1, 1, 1, 1, 0])
  })

  test('loses nobody between two steps: who came, came further, is lost or is under way', () => {
    const some = [way({ received: true }, 'moved'), way({ accepted: true }), way({ seen: true }, null)]
    const steps = funnelOf(some)
    for (const [at, { reached, lost, underWay }] of steps.slice(0, -1).entries())
      expect(reached).toBe((steps[at + 1]?.reached ?? 0) + lost + underWay)
  })

  test('counts a first visit outside the directory as one, and marks it', () => {
    const sent = { received: true, accepted: false }
    const some: Way[] = [
      { ...way(sent), outside: 'named' },
      { ...way(sent), outside: 'seen' },
      // Seen at the agency after all: not outside, though a provider outside was named first.
      { ...way({ ...sent, accepted: true, scheduled: true, seen: true }), outside: 'named' },
      way(sent),
    ]
    const counted = funnelOf(some).map(({ step, reached, outside }) => [step, reached, outside])
    expect(counted).toEqual([
      ['referred', 4, 3],
      ['received', 4, 3],
      ['accepted', 2, 2],
      ['scheduled', 2, 2],
      ['seen', 2, 1],
      ['engaged', 0, 0],
    ])
  })
})
