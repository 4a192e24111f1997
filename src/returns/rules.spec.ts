import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReturnPlan } from './plan.ts'
import { weekdayCalendar } from '#district/contract.ts'
import { blanksOf, daysAway, type Happened, isStable, needsPlan, nextLookOn, stabilityOf } from './rules.ts'

const at = new Date('2026-10-14T16:00:00Z')
const whole: ReturnPlan = {
  id: 'p',
  incidentId: 'i',
  studentId: 's',
  schoolId: 'k',
  ownerId: 'grace',
  standardId: 'v',
  state: 'due',
  openedAt: at,
  dueAt: at,
  nextDueAt: at,
  lateToldAt: null,
  suicideThreat: true,
  steps: ['met', 'adult'],
  returnOn: '2026-10-16',
  meetingAt: at,
  returnedOn: null,
  because: null,
  endedAt: null,
  version: 1,
  attendees: 'Family',
  supports: 'A quiet place',
  nextVisit: 'Thursday',
  checkIns: 'Each morning',
  ifRiskRises: 'Call the lead',
}
const around = { policy: ['met', 'adult'], meetingOn: '2026-10-15', today: '2026-10-14' }
const but = (change: Partial<ReturnPlan>) => blanksOf({ ...whole, ...change }, around)

describe('A plan to come back', () => {
  test('is agreed on with nothing blank, and names each part that is', () => {
    expect(but({})).toEqual([])
    const nothing = { attendees: null, supports: null, nextVisit: null, checkIns: null, ifRiskRises: null }
    const open = { ...nothing, returnOn: null, meetingAt: null, suicideThreat: null }
    expect(but(open)).toEqual([
      'return_on_blank',
      'meeting_blank',
      'attendees_blank',
      'supports_blank',
      'next_visit_blank',
      'check_ins_blank',
      'if_risk_rises_blank',
      'threat_unsaid',
    ])
  })

  test('after a threat of suicide waits for each step of the policy, and after another crisis for none', () => {
    expect(but({ steps: ['met'] })).toEqual(['policy_steps_missing'])
    expect(but({ steps: ['met'], suicideThreat: false })).toEqual([])
  })

  test('has its meeting on the day of the return or before', () => {
    expect(but({ returnOn: '2026-10-15' })).toEqual([])
    expect(but({ returnOn: '2026-10-14' })).toEqual(['meeting_after_return'])
  })

  test('is owed where the student was away or help came, and not where neither was', () => {
    const says = { planAfterAbsentDays: 2 }
    expect(needsPlan({ gotHelp: true, away: 0 }, says)).toBe(true)
    expect(needsPlan({ gotHelp: false, away: 2 }, says)).toBe(true)
    expect(needsPlan({ gotHelp: false, away: 1 }, says)).toBe(false)
  })

  test('counts school days missed in a row from the crisis on, and no day after they were back [R121]', () => {
    const calendar = weekdayCalendar('America/New_York')
    const away = (leftSchool: boolean, ...absentOn: string[]) =>
      daysAway({ crisisOn: '2026-10-15', leftSchool, absentOn }, calendar)
    expect(away(false)).toBe(0)
    expect(away(true)).toBe(1)
    expect(away(true, '2026-10-15')).toBe(1)
    expect(away(true, '2026-10-16', '2026-10-19'), 'over the weekend').toBe(3)
    expect(away(false, '2026-10-16', '2026-10-19', '2026-10-21')).toBe(2)
    expect(away(false, '2026-10-19'), 'there on the day between').toBe(0)
    expect(away(false, '2026-10-14'), 'before it').toBe(0)
  })
})

const nothing = { absentOn: [], excludedOn: [], urgentOn: [], attendanceThrough: '2027-02-01' }
const since = { crisisOn: '2026-10-01', returnedOn: '2026-10-05', windows: [30, 60, 90] }

describe('Whether a return holds', () => {
  test('is counted in each window from days missed, exclusions and further crises', () => {
    const happened = {
      ...nothing,
      absentOn: ['2026-09-20', '2026-10-02', '2026-10-20', '2026-11-20'],
      excludedOn: ['2026-12-20'],
      urgentOn: ['2026-09-01'],
    }
    const windows = stabilityOf(happened, { ...since, today: '2027-01-10' })
    expect(
      windows.map(({ missed, missedBefore, exclusions, urgent }) => [
        missed,
        missedBefore,
        exclusions,
        urgent,
      ]),
    ).toEqual([
      [1, 1, 0, 0],
      [2, 1, 0, 0],
      [2, 1, 1, 0],
    ])
    expect(windows.map(({ stands }) => stands)).toEqual(['held', 'not_held', 'not_held'])
    expect(isStable(windows)).toBe(false)
  })

  test('is said of no window that has not passed, and nothing is stable before the first', () => {
    const early = stabilityOf(nothing, { ...since, today: '2026-11-03' })
    expect(early.map(({ stands }) => stands)).toEqual(['coming', 'coming', 'coming'])
    expect([isStable(early), nextLookOn(early, '2026-11-03')]).toEqual([false, '2026-11-04'])
    const first = stabilityOf(nothing, { ...since, today: '2026-11-04' })
    expect(first.map(({ stands }) => stands)).toEqual(['held', 'coming', 'coming'])
    // It is followed to its last window, however well the first went.
    expect([isStable(first), nextLookOn(first, '2026-11-04')]).toEqual([false, '2026-12-04'])
    const [before, last] = ['2027-01-02', '2027-01-03'].map((today) =>
      stabilityOf(nothing, { ...since, today }),
    )
    expect([isStable(before ?? []), isStable(last ?? []), isStable([])]).toEqual([false, true, false])
    expect(nextLookOn(stabilityOf(nothing, { ...since, today: '2027-02-01' }), '2027-02-01')).toBe(
      '2027-03-03',
    )
  })

  test('counts a crisis and an exclusion on the day of the return itself, and none before it', () => {
    const [on, dayBefore] = ['2026-10-05', '2026-10-04']
    const stands = (happened: Partial<Happened>) =>
      stabilityOf({ ...nothing, ...happened }, { ...since, today: '2027-02-01' }).map((each) => each.stands)
    expect(stands({ urgentOn: [on] })).toEqual(['not_held', 'not_held', 'not_held'])
    expect(stands({ excludedOn: [on] })).toEqual(['not_held', 'not_held', 'not_held'])
    expect(stands({ urgentOn: [dayBefore] })).toEqual(['held', 'held', 'held'])
  })

  test('says that there is no data where nobody knows of days missed, and not that it held', () => {
    const known = (attendanceThrough: string | null, urgentOn: string[] = []) =>
      stabilityOf({ ...nothing, urgentOn, attendanceThrough }, { ...since, today: '2027-02-01' }).map(
        ({ stands }) => stands,
      )
    expect(known(null)).toEqual(['no_data', 'no_data', 'no_data'])
    expect(known('2026-12-04')).toEqual(['held', 'held', 'no_data'])
    expect(known(null, ['2026-10-09'])).toEqual(['not_held', 'not_held', 'not_held'])
  })

  test('never holds with a further crisis or an exclusion in the window, whatever else is on record', () => {
    const day = fc.integer({ min: 6, max: 30 }).map((on) => `2026-10-${String(on).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(day), day, fc.boolean(), (absentOn, on, isCrisis) => {
        const happened = {
          ...nothing,
          absentOn,
          excludedOn: isCrisis ? [] : [on],
          urgentOn: isCrisis ? [on] : [],
        }
        expect(stabilityOf(happened, { ...since, today: '2027-02-01' })[0]?.stands).toBe('not_held')
      }),
    )
  })
})
