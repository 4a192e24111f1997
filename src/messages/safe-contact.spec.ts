import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeOf, weekdayCalendar } from '#district/contract.ts'
import { familyDefault, type MessageChoice } from './choice.ts'
import { judge, type Judged, type Reader, type Verdict } from './rules.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const rules = {
  quietFrom: '20:00',
  quietUntil: '08:00',
  digestAt: '07:00',
  familyPerWeek: 3,
  remindHoursBefore: 24,
  triesRefused: 3,
  tellAfterMinutes: 10,
  tryForHours: 72,
}
const noon = new Date('2026-10-14T19:00:00Z')
const hour = 3_600_000
const later = (hours: number, from = noon) => new Date(from.getTime() + hours * hour)

const plain = { contactRule: 'any', hoursInWords: false, keptAway: false, studentAlone: false, lately: [] }
const reading = (family: NonNullable<Reader['family']>, choice: MessageChoice): Reader => ({
  email: 'mother@family.example',
  phone: '206 555 0137',
  language: 'es',
  choice,
  stopped: false,
  family,
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)
const near = fc.integer({ min: -20 * 24, max: 20 * 24 }).map((hours) => later(hours))
/** Rarely: else hardly any message would go out, and nothing would be tried. */
const rarely = fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 5)
const anyone = fc.record({
  contactRule: fc.constantFrom('any', 'any', 'no_voicemail', 'text_first', 'call_only', 'do_not_contact'),
  hoursInWords: rarely,
  keptAway: rarely,
  studentAlone: rarely,
  lately: fc.array(near, { maxLength: 5 }),
})
const choosing = fc
  .record({
    email: fc.boolean(),
    text: fc.boolean(),
    hours: fc.option(fc.tuple(time, time)),
    pausedUntil: fc.option(near),
  })
  .map(
    ({ hours, pausedUntil, ...ways }): MessageChoice => ({
      ...familyDefault,
      ...ways,
      hoursFrom: hours?.[0] ?? null,
      hoursUntil: hours?.[1] ?? null,
      pausedUntil,
      pauseReason: pausedUntil === null ? null : 'safety',
    }),
  )
const schedule = fc.record({
  family: anyone,
  choice: choosing,
  stopped: fc.boolean(),
  now: fc
    .integer({ min: 0, max: 366 * 24 * 60 })
    .map((minutes) => new Date(Date.UTC(2026, 0, 1, 0, minutes))),
  quietFrom: time,
  quietUntil: time,
})

/** Everything a message that goes out now would do against somebody's safety, worked out by hand. */
function harms(
  { reader, now, rules: { quietFrom, quietUntil, familyPerWeek } }: Judged,
  sent: Verdict,
): string[] {
  if (sent.do !== 'send') return []
  const { choice, family, stopped } = reader
  const wall = timeOf(calendar, now)
  const inside = (from: string, until: string) =>
    from === until || (from < until ? from <= wall && wall < until : from <= wall || wall < until)
  const week = (family?.lately ?? []).filter((at) => at.getTime() > now.getTime() - 168 * hour)
  return [
    ...(family === undefined || family.keptAway || family.studentAlone ? ['not to this person'] : []),
    ...(['do_not_contact', 'call_only'].includes(family?.contactRule ?? '') ? ['not by any message'] : []),
    ...(!choice[sent.channel] ? ['not by this way'] : []),
    ...(sent.channel === 'text' && stopped ? ['answered STOP'] : []),
    ...(choice.pausedUntil !== null && choice.pausedUntil > now ? ['paused'] : []),
    ...(week.length >= familyPerWeek ? ['enough this week'] : []),
    ...(inside(quietUntil, quietFrom) ? [] : ['quiet hours']),
    ...(choice.hoursFrom === null || inside(choice.hoursFrom, choice.hoursUntil ?? '')
      ? []
      : ['not their hours']),
    ...(family?.hoursInWords === true && choice.hoursFrom === null ? ['hours nobody can keep to'] : []),
  ]
}

type Drawn = typeof schedule extends fc.Arbitrary<infer D> ? D : never
const judgedOf = ({ family, choice, stopped, now, quietFrom, quietUntil }: Drawn): Judged => ({
  message: { kind: 'reminder', cause: 'visit', channel: null },
  needed: true,
  reader: { ...reading(family, choice), stopped },
  uselessFrom: null,
  rules: { ...rules, quietFrom, quietUntil },
  calendar,
  now,
})

describe('Ten thousand families, at ten thousand moments', () => {
  test('nobody is ever written to against what is safe for them, nor later when it was held', () => {
    let [sent, held] = [0, 0]
    fc.assert(
      fc.property(schedule, (drawn) => {
        const judged = judgedOf(drawn)
        const verdict = judge(judged)
        expect(harms(judged, verdict)).toEqual([])
        if (verdict.do === 'send') sent += 1
        if (verdict.do !== 'hold') return
        held += 1
        expect(verdict.until.getTime()).toBeGreaterThan(judged.now.getTime())
        const then = { ...judged, now: verdict.until }
        expect(harms(then, judge(then))).toEqual([])
      }),
      { numRuns: 10_000 },
    )
    // It would prove nothing if hardly any message went out.
    expect(sent).toBeGreaterThan(100)
    expect(held).toBeGreaterThan(500)
  })

  test('a rule that is not asked would be noticed', () => {
    const forgets = (forgotten: (judged: Judged) => Judged) =>
      fc.check(
        fc.property(schedule, (drawn) => {
          const judged = judgedOf(drawn)
          return harms(judged, judge(forgotten(judged))).length === 0
        }),
        { numRuns: 10_000 },
      ).failed
    const family = (change: object) => (judged: Judged) => ({
      ...judged,
      reader: { ...judged.reader, family: { ...plain, ...judged.reader.family, ...change } },
    })
    const choice = (change: object) => (judged: Judged) => ({
      ...judged,
      reader: { ...judged.reader, choice: { ...judged.reader.choice, ...change } },
    })
    const open = { quietFrom: '00:00', quietUntil: '00:00' }
    expect(forgets((judged) => judged)).toBe(false)
    expect(forgets(family({ keptAway: false }))).toBe(true)
    expect(forgets(family({ studentAlone: false }))).toBe(true)
    expect(forgets(family({ contactRule: 'any' }))).toBe(true)
    expect(forgets(family({ lately: [] }))).toBe(true)
    expect(forgets(family({ hoursInWords: false }))).toBe(true)
    expect(forgets(choice({ pausedUntil: null }))).toBe(true)
    expect(forgets(choice({ hoursFrom: null, hoursUntil: null }))).toBe(true)
    expect(forgets(choice({ text: true }))).toBe(true)
    expect(forgets((judged) => ({ ...judged, reader: { ...judged.reader, stopped: false } }))).toBe(true)
    expect(forgets((judged) => ({ ...judged, rules: { ...judged.rules, ...open } }))).toBe(true)
  })
})
