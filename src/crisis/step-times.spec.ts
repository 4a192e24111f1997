import { describe, expect, test } from 'vitest'
import { at, entry, complete, running, whole } from '#tests/support/incident-facts.ts'
import { type Entry, incidentRoles } from './entry.ts'
import { followedSteps } from './followed.ts'
import type { Recorded } from './recorded.ts'
import type { Incident } from './incident.ts'
import { caregiverOwed } from './script.ts'
import { isToldLate, stepTimes } from './step-times.ts'

const alert = { id: 'a', personId: 'p', name: 'R', phone: null, position: 1, sentAt: at(0), ackDueAt: at(5) }
const recorded = (entries: readonly Entry[], acknowledgedAt: Date | null = at(3)): Recorded => ({
  ...running(entries),
  incident: { ...whole, startedAt: at(0) } as Incident,
  alerts: [{ ...alert, acknowledgedAt }],
  caregiverDueAt: at(30),
})
const told = (minute: number) => entry({ kind: 'caregiver_told', what: 'safe_now', words: 'R. B.' }, minute)
type Asked = { entries?: readonly Entry[]; now?: Date; answered?: Date | null }
const of = (step: string, { entries = [], now = at(40), answered = at(3) }: Asked = {}) =>
  stepTimes(recorded(entries, answered), now).find((each) => each.step === step)

describe('How long the steps took', () => {
  test('each is taken when it was first written down as having happened', () => {
    const again = [
      entry({ kind: 'rubric_run', what: 'low' }, 9),
      entry({ kind: 'rubric_run', what: 'low' }, 4),
    ]
    expect(of('rubric', { entries: again })).toMatchObject({ at: at(4), dueAt: null, isLate: false })
    expect(of('handover')).toMatchObject({ at: null, isLate: false })
  })

  test('four people are named once the last of them has a name', () => {
    const named = incidentRoles.map((what, minute) => entry({ kind: 'role_named', what }, minute + 2))
    expect(of('roles', { entries: named })?.at).toEqual(at(5))
    expect(of('roles', { entries: named.slice(1) })?.at).toBeNull()
  })

  test('the lead and a caregiver have a time of the standard: to the minute is in time, after it is late', () => {
    expect(of('lead', { answered: at(5) })).toMatchObject({ dueAt: at(5), isLate: false })
    expect(of('lead', { answered: at(6) })).toMatchObject({ isLate: true })
    expect(of('lead', { answered: null })).toMatchObject({ at: null, isLate: true })
    expect(of('lead', { answered: null, now: at(4) })).toMatchObject({ isLate: false })
    expect(of('caregiver', { entries: [told(30)] })).toMatchObject({ dueAt: at(30), isLate: false })
    expect(of('caregiver', { entries: [told(31)] })).toMatchObject({ isLate: true })
  })
})

describe('A caregiver is told in time', () => {
  test('by when it happened, and not by when it was written down [R103]', () => {
    const inTime = { ...told(20), enteredAt: at(50) }
    expect(isToldLate(recorded([inTime]))).toBe(false)
    expect(isToldLate(recorded([told(31)]))).toBe(true)
    expect(isToldLate(recorded([told(31), told(12)])), 'the first one counts').toBe(false)
    expect(isToldLate(recorded([]))).toBe(false)
  })

  test('and a review finds that it came late', () => {
    const others = complete().filter(({ kind }) => kind !== 'caregiver_told')
    expect(followedSteps(recorded([...others, told(29)])).caregiver).toBe('followed')
    expect(followedSteps(recorded([...others, told(31)])).caregiver).toBe('not_followed')
    expect(followedSteps(recorded(others)).caregiver).toBe('not_documented')
  })

  test('until then the page says by when it is owed, and nothing once an exception was given', () => {
    expect(caregiverOwed(recorded([]), at(29))).toMatchObject([{ state: 'now', at: at(30) }])
    expect(caregiverOwed(recorded([]), at(31))).toMatchObject([{ state: 'now late' }])
    const excepted = entry({ kind: 'caregiver_not_told', what: 'unsafe', words: 'x' }, 8)
    expect(caregiverOwed(recorded([excepted]), at(31))).toEqual([])
    expect(caregiverOwed(recorded([told(8)]), at(31))).toEqual([])
  })
})
