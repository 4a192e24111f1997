import { describe, expect, test } from 'vitest'
import { weekdayCalendar } from '#district/contract.ts'
import { shippedModel } from '#standards/contract.ts'
import { type KeptFacts, type KeptMeasures, keptOf, missedAt, nextMissAt } from './kept-clocks.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const model = shippedModel(new Date('2026-08-03T16:00:00Z')) as unknown as KeptMeasures['model']
const measures = { calendar, model, modelThen: model }
const monday = new Date('2026-10-05T16:00:00Z')
const after = (days: number) => new Date(monday.getTime() + days * 86_400_000)

const seen: KeptFacts = {
  state: 'in_service',
  highNeed: false,
  tier: null,
  referredAt: monday,
  firstSeenAt: monday,
  engagedAt: null,
  pauses: [],
  handoff: null,
}

describe('A month after care began', () => {
  const missed = (facts: Partial<KeptFacts>, now: Date) =>
    missedAt(keptOf({ ...seen, ...facts }, measures), now).map(({ clock }) => clock)

  test('somebody has said whether it goes on, or it is kept as missed when the day is over [R075]', () => {
    expect(missed({}, after(30))).toEqual([])
    expect(missed({}, after(31))).toEqual(['one_month'])
    expect(missed({ engagedAt: after(29) }, after(60))).toEqual([])
    expect(missed({ state: 'disengaged' }, after(60))).toEqual([])
  })

  test('is later by the days on which the clocks stood', () => {
    const pauses = [{ fromOn: '2026-10-12', throughOn: '2026-10-16' }]
    expect(missed({ pauses }, after(35))).toEqual([])
    expect(missed({ pauses }, after(36))).toEqual(['one_month'])
  })

  test('is looked at again when it is missed next', () => {
    const running = keptOf(seen, measures)
    expect(nextMissAt(running, monday)).toEqual(running[0]?.lateAt)
    expect(nextMissAt(running, after(60))).toBeUndefined()
  })
})
