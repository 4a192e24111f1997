import { describe, expect, test } from 'vitest'
import { weekdayCalendar } from '#district/contract.ts'
import { shippedModel } from '#standards/contract.ts'
import {
  clocksOf,
  nextLookAt,
  runningAgain,
  type StallFacts,
  stallClocks,
  standsAgain,
  stallsAt,
} from './stall.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const model = shippedModel(new Date('2026-08-03T16:00:00Z'))
const measures = { calendar, model }

/** Monday morning, 9:00 in Riverside. */
const monday = new Date('2026-10-05T16:00:00Z')
const after = (days: number) => new Date(monday.getTime() + days * 86_400_000)

const quiet: StallFacts = {
  state: 'handoff_open',
  highNeed: false,
  tier: null,
  firstReferredAt: monday,
  sentAt: null,
  receivedAt: null,
  acceptedAt: null,
  scheduledAt: null,
  firstSeenAt: null,
  stateSince: monday,
  hasVisit: false,
  lastWordAt: null,
  mayTell: true,
  pauses: [],
}
const due = (calendarDay: string) => ({ hasEscalation: false, againOn: calendarDay })
const running = (facts: Partial<StallFacts>) => clocksOf({ ...quiet, ...facts }, measures)
const stalled = (facts: Partial<StallFacts>, now: Date) =>
  stallsAt(running(facts), now).map(({ clock }) => clock)

describe('A loop that stalls', () => {
  test('with high need and no visit booked is noticed after one week, and not on day six [R087]', () => {
    expect(stalled({ highNeed: true }, after(6))).toEqual([])
    expect(stalled({ highNeed: true }, after(7))).toEqual(['high_need_intake'])
    expect(stalled({ highNeed: true, hasVisit: true }, after(30))).toEqual([])
    expect(stalled({ highNeed: false }, after(30))).toEqual([])
  })

  test('is over for the week without an intake once the student was seen, with a visit on record or without', () => {
    const seen = { highNeed: true, state: 'in_service', firstSeenAt: after(2), mayTell: false }
    expect(stalled(seen, after(30))).toEqual([])
  })

  test('stands again on the day its plan is looked at, and not before or beside an open escalation [R092]', () => {
    const stalls = stallsAt(running({ highNeed: true }), after(20))
    const again = (planned: Parameters<typeof standsAgain>[1]) => standsAgain(stalls, planned, '2026-10-25')
    expect(again(due('2026-10-26'))).toEqual([])
    expect(again(due('2026-10-25'))).toEqual(stalls)
    expect(again({ hasEscalation: true, againOn: '2026-10-20' })).toEqual([])
    expect(again({ hasEscalation: false, againOn: null })).toEqual([])
  })

  test('runs out again after it ended as connected, once as long has passed from there [R092]', () => {
    const facts = { ...quiet, state: 'in_service', lastWordAt: monday, firstSeenAt: monday, hasVisit: true }
    const again = (planned: { hasEscalation: boolean; connectedAt: Date | null }) =>
      runningAgain({ ...facts, againOn: null, ...planned }, measures)
    const [anew, ...more] = again({ hasEscalation: false, connectedAt: after(20) })
    expect(more).toEqual([])
    expect(anew).toMatchObject({ clock: 'silent', startedAt: after(20) })
    expect(stallsAt([anew as NonNullable<typeof anew>], after(33))).toEqual([])
    expect(stallsAt([anew as NonNullable<typeof anew>], after(35))).toEqual([anew])
    // What began after it ended is kept as missed by itself.
    expect(again({ hasEscalation: false, connectedAt: after(-1) })).toEqual([])
    expect(again({ hasEscalation: true, connectedAt: after(20) })).toEqual([])
    expect(again({ hasEscalation: false, connectedAt: null })).toEqual([])
  })

  test('counts the week from the first referral, also after a redirect [R087] [R034]', () => {
    const redirected = { highNeed: true, state: 'handoff_open', stateSince: after(6) }
    expect(stalled(redirected, after(7))).toEqual(['high_need_intake'])
  })

  test.each([
    ['not_received', { state: 'sent', sentAt: monday }, 1],
    ['not_accepted', { state: 'received', sentAt: monday, receivedAt: monday, lastWordAt: monday }, 2],
    ['not_scheduled', { state: 'accepted', acceptedAt: monday, lastWordAt: monday }, 3],
    ['not_seen', { state: 'scheduled', scheduledAt: monday, hasVisit: true, lastWordAt: monday }, 14],
    ['silent', { state: 'in_service', firstSeenAt: monday, hasVisit: true, lastWordAt: monday }, 14],
  ] as const)(
    '%s has a limit of its own, kept by the standard in force [R088] [R077]',
    (clock, facts, days) => {
      const due = running(facts).find((each) => each.clock === clock)?.dueAt as Date
      expect(due.getTime()).toBeGreaterThan(after(days - 1).getTime())
      expect(due.getTime()).toBeLessThanOrEqual(after(days + 1).getTime())
      expect(stalled(facts, new Date(due.getTime() - 1))).not.toContain(clock)
      expect(stalled(facts, due)).toContain(clock)
    },
  )

  test('has less time where the need is high [R088]', () => {
    const facts = { state: 'received', sentAt: monday, receivedAt: monday, lastWordAt: monday }
    const dueOf = (highNeed: boolean) =>
      running({ ...facts, highNeed }).find(({ clock }) => clock === 'not_accepted')?.dueAt as Date
    expect(dueOf(true).getTime()).toBeLessThan(dueOf(false).getTime())
  })

  test('says nothing of an agency that may not tell the school how it goes [R071]', () => {
    const silent = { state: 'in_service', firstSeenAt: monday, hasVisit: true, lastWordAt: monday }
    expect(stalled({ ...silent, mayTell: false }, after(60))).toEqual([])
    expect(stalled(silent, after(60))).toEqual(['silent'])
  })

  test('is looked at again when the next clock runs out, and not before', () => {
    const clocks = running({ state: 'sent', sentAt: monday, highNeed: true })
    const moments = clocks.map(({ dueAt }) => dueAt)
    expect(moments).toEqual(moments.toSorted((one, other) => one.getTime() - other.getTime()))
    expect(nextLookAt(clocks, monday)).toEqual(moments[0])
    expect(nextLookAt(clocks, after(400))).toBeUndefined()
  })

  test('runs no clock that nobody answers for: every clock runs in some state', () => {
    const states = ['handoff_open', 'sent', 'received', 'accepted', 'scheduled', 'in_service']
    const seen = states.flatMap((state) =>
      running({ state, highNeed: true, sentAt: monday }).map(({ clock }) => clock),
    )
    expect(new Set(seen)).toEqual(new Set(stallClocks))
  })
})
