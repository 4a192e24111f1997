import { describe, expect, test } from 'vitest'
import { entriesOf } from './timeline.ts'

type Told = Parameters<typeof entriesOf>[0][number]

const change = (given: Partial<Told> & Pick<Told, 'name'>): Told => ({
  id: given.name,
  at: new Date('2026-10-13T15:40:10Z'),
  xact: '1',
  role: 'counselor',
  personName: 'Daniel Reyes',
  partnerName: null,
  subjectType: 'concern',
  subjectId: null,
  detail: {},
  what: given.name,
  ...given,
})
const told = (changes: readonly Told[]) =>
  entriesOf(changes).map(({ name, steps }) => [name, ...steps.map((step) => step.name)])

describe('entries of a timeline', () => {
  test('one act reads as one entry: what was decided stands for it, what follows beneath', () => {
    expect(
      told([
        change({ name: 'referral.opened' }),
        change({ name: 'concern.triaged' }),
        change({ name: 'decision.made' }),
        change({ name: 'tier.moved' }),
      ]),
    ).toEqual([['concern.triaged', 'tier.moved', 'decision.made', 'referral.opened']])
  })

  test('what one person did within a minute is one entry, in the order it was done', () => {
    expect(
      told([
        change({ name: 'concern.triaged', xact: '3' }),
        change({ name: 'concern.screened', xact: '2', at: new Date('2026-10-13T15:40:05Z') }),
        change({ name: 'concern.acknowledged', at: new Date('2026-10-13T15:40:00Z') }),
      ]),
    ).toEqual([['concern.triaged', 'concern.acknowledged', 'concern.screened']])
  })

  test('another person, another minute or nobody at all stays an entry of its own', () => {
    const here = change({ name: 'referral.sent', xact: '5' })
    expect(
      told([
        here,
        change({ name: 'handoff.completed', xact: '4', personName: 'Maya Okafor' }),
        change({ name: 'consent.answered', xact: '3', at: new Date('2026-10-13T15:39:59Z') }),
        change({ name: 'consent.ending_soon', xact: '2', personName: null, role: 'system' }),
        change({ name: 'asking.forgotten', xact: '1', personName: null, role: 'system' }),
      ]),
    ).toHaveLength(5)
  })

  test('an act of which only small steps show is told by the last of them', () => {
    expect(told([change({ name: 'referral.opened' }), change({ name: 'tier.moved' })])).toEqual([
      ['referral.opened', 'tier.moved'],
    ])
  })
})
