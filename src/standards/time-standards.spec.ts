import { describe, expect, test } from 'vitest'
import { dayOf, instantAt, type SchoolCalendar, timeOf, weekdayCalendar } from '#district/contract.ts'
import { dueAt, resultOf } from './clock-rules.ts'
import { type Clock, clockNames, clocks, flatClocks } from './clocks.ts'
import { findHandoffRule, type HandoffRule } from './handoff-rules.ts'
import { handoffDueAt } from './handoff-due.ts'
import type { Limit } from './limits.ts'
import { limitWords } from './limit-words.ts'
import { shippedLimits } from './shipped-limits.ts'
import { sampleHandoffRules } from './shipped-rules.ts'
import type { TimeStandards } from './time-standards.ts'
import { becauseWords } from './when-words.ts'

/** A fall term with a Monday holiday on October 12, and Thanksgiving. */
const calendar: SchoolCalendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  terms: [
    { startsOn: '2026-08-24', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-06-11' },
  ],
  closures: [
    { on: '2026-10-12', label: 'Indigenous Peoples’ Day' },
    { on: '2026-11-26', label: 'Thanksgiving' },
    { on: '2026-11-27', label: 'Day after Thanksgiving' },
  ],
}
const at = (said: string) => instantAt(calendar, said.slice(0, 10), said.slice(11))
const said = (instant: Date) => `${dayOf(calendar, instant)} ${timeOf(calendar, instant)}`

describe('The time standards of a district', () => {
  const started = (clock: Clock, start: string) => ({ clock, startedAt: at(start) })

  test('an urgent concern is due in the first half hour of school, an ordinary one the next school day', () => {
    const ordinary = dueAt(calendar, shippedLimits, started('triage', '2026-10-09 15:00'))
    const urgent = dueAt(calendar, shippedLimits, { ...started('triage', '2026-10-09 15:00'), urgent: true })
    expect([said(ordinary.dueAt), ordinary.because]).toEqual(['2026-10-13 16:00', 'standard'])
    expect([said(urgent.dueAt), urgent.because]).toEqual(['2026-10-09 15:30', 'urgent'])
    expect(urgent.standard).toEqual({ clock: 'triage', unit: 'working_minutes', amount: 30 })
    const onSunday = dueAt(calendar, shippedLimits, {
      ...started('triage', '2026-10-04 13:12'),
      urgent: true,
    })
    expect(said(onSunday.dueAt)).toBe('2026-10-05 08:00')
  })

  test('being high need shortens a clock, and never gives more time', () => {
    const step = { ...started('not_accepted', '2026-10-13 10:00'), highNeed: true }
    expect(dueAt(calendar, shippedLimits, step)).toMatchObject({
      because: 'high_need',
      dueAt: at('2026-10-14 16:00'),
    })
    const generous: TimeStandards = {
      ...shippedLimits,
      not_accepted: { ...shippedLimits.not_accepted, highNeed: { unit: 'school_days', amount: 9 } },
    }
    expect(dueAt(calendar, generous, step)).toMatchObject({
      because: 'standard',
      dueAt: at('2026-10-15 16:00'),
    })
  })

  test('a high-need student without an intake date escalates after seven days, and not on day six', () => {
    const { dueAt: escalatesAt } = dueAt(
      calendar,
      shippedLimits,
      started('high_need_intake', '2026-10-05 10:00'),
    )
    expect(escalatesAt.getTime()).toBeGreaterThan(at('2026-10-11 10:00').getTime())
    expect(escalatesAt.getTime()).toBeLessThanOrEqual(at('2026-10-12 10:00').getTime())
  })

  test('a handoff done that evening is kept, the next day missed, with the minutes it took', () => {
    const handoff = dueAt(calendar, shippedLimits, started('warm_handoff', '2026-10-05 15:10'))
    expect(said(handoff.dueAt)).toBe('2026-10-05 16:00')
    expect(resultOf(handoff, at('2026-10-05 18:40'))).toEqual({ kept: true, minutes: 210 })
    expect(resultOf(handoff, at('2026-10-06 00:00'))).toMatchObject({ kept: false })
    expect(resultOf(handoff, at('2026-10-06 15:40'))).toEqual({ kept: false, minutes: 1470 })
  })

  test('a limit in minutes is kept to the minute, and at once means at once', () => {
    const told = dueAt(calendar, shippedLimits, started('crisis_acknowledgement', '2026-10-05 13:00'))
    expect(resultOf(told, at('2026-10-05 13:05')).kept).toBe(true)
    expect(resultOf(told, new Date(told.dueAt.getTime() + 1)).kept).toBe(false)
    const opened = dueAt(calendar, shippedLimits, started('crisis_path', '2026-10-05 13:00'))
    expect(resultOf(opened, at('2026-10-05 13:00'))).toEqual({ kept: true, minutes: 0 })
  })

  test('a change is due by the rule that matches it, and by the new time once the rule changes', () => {
    const { rules } = sampleHandoffRules
    const dueBy = (rule: HandoffRule | undefined) => {
      if (rule === undefined) throw new Error('No rule matches')
      return said(
        handoffDueAt(calendar, rule, { startedAt: at('2026-10-09 15:00'), standards: shippedLimits }).dueAt,
      )
    }
    expect(dueBy(findHandoffRule(rules, { kind: 'path', from: 'a', to: 'b' }))).toBe('2026-10-09 16:00')
    const toTier3 = findHandoffRule(rules, { kind: 'tier', from: 2, to: 3 })
    expect(dueBy(toTier3)).toBe('2026-10-13 16:00')
    expect(dueBy(toTier3 && { ...toTier3, within: { unit: 'school_days', amount: 2 } })).toBe(
      '2026-10-14 16:00',
    )
  })

  test('every clock has its own number in the model, and the flat ones are the model’s own words', () => {
    const codes = clockNames.map((clock) => clocks[clock].code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(flatClocks).toEqual(['warm_handoff', 'assessment', 'crisis_path', 'weekly_review'])
  })
})

describe('Why it is due then', () => {
  type Told = { urgent?: boolean; highNeed?: boolean; in?: 'en' | 'es' }
  const why = (clock: Clock, start: string, { in: language = 'en', ...facts }: Told = {}) => {
    const due = dueAt(calendar, shippedLimits, { clock, startedAt: at(start), ...facts })
    return becauseWords(calendar, due, language).map((words) => words.replaceAll('\u00a0', ' '))
  }

  test('a holiday and a closed school are explained once', () => {
    expect(why('not_received', '2026-10-09 17:00')).toEqual([
      'Partner confirms receipt: 1 school day.',
      'School was closed, so the clock began Tue Oct 13, 07:30.',
      'School was closed, so the clock did not run: Mon Oct 12 (Indigenous Peoples’ Day).',
    ])
    expect(why('not_received', '2026-10-13 10:00')).toEqual(['Partner confirms receipt: 1 school day.'])
  })

  test('what shortened it is said, in English and in Spanish', () => {
    expect(why('triage', '2026-10-13 10:00', { urgent: true })).toEqual([
      'Triage decision: 30 working minutes, because this is urgent.',
    ])
    expect(why('silent', '2026-10-13 10:00', { highNeed: true, in: 'es' })).toEqual([
      'Noticias del servicio: 7 días, porque el estudiante tiene alta necesidad.',
    ])
  })

  test.each<[Limit, string]>([
    [{ unit: 'same_day' }, 'the same day'],
    [{ unit: 'same_day', cutOff: '15:00' }, 'the same day; from 15:00 on, the next school day'],
    [{ unit: 'school_week' }, 'the same school week'],
    [{ unit: 'school_days', amount: 2 }, '2 school days'],
    [{ unit: 'calendar_days', amount: 7, skipHolidays: true }, '7 days, holidays not counted'],
    [{ unit: 'working_minutes', amount: 120 }, '2 working hours'],
    [{ unit: 'working_minutes', amount: 90 }, '90 working minutes'],
    [{ unit: 'minutes', amount: 0 }, 'at once'],
    [{ unit: 'minutes', amount: 5 }, '5 min'],
  ])('%o is said as %s', (limit, expected) => {
    expect(limitWords(limit)).toBe(expected)
  })
})
