import { describe, expect, test } from 'vitest'
import { fewest } from '#platform/small-counts.ts'
import { mediansByMonth, readableRows, shownRow, type Timed } from './step-medians.ts'

const startedAt = new Date('2026-10-13T20:30:00Z')
const after = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000)
const one: Timed = {
  id: 'i',
  schoolId: 'a',
  schoolName: 'Alder',
  month: '2026-10',
  startedAt,
  alert: after(0),
  answer: after(4),
  rubric: after(12),
  response: after(14),
  caregiver: null,
}
const birch = { ...one, schoolId: 'b', schoolName: 'Birch' }
const minutesOf = (some: readonly Timed[]) =>
  mediansByMonth(some).map(({ month, schoolName, steps }) => [month, schoolName, steps.answer.minutes])

describe('How soon each step of a crisis was taken', () => {
  test('is the one in the middle of a month, of all schools and of each', () => {
    const slow = { ...one, answer: after(20) }
    const before = { ...one, month: '2026-09', answer: after(3) }
    expect(minutesOf([before, one, slow, { ...birch, answer: after(6) }])).toEqual([
      ['2026-10', null, 6],
      ['2026-10', 'Alder', 12],
      ['2026-10', 'Birch', 6],
      ['2026-09', 'Alder', 3],
    ])
  })

  test('counts those alone that took it, and what was written down before it began as at once', () => {
    const [row] = mediansByMonth([one, { ...one, caregiver: after(30), response: after(-5) }])
    expect(row?.incidents).toBe(2)
    expect(row?.steps.caregiver).toEqual({ minutes: 30, of: 1 })
    expect(row?.steps.response).toEqual({ minutes: 7, of: 2 })
    expect(mediansByMonth([])).toEqual([])
  })

  test('stand in no row of so few incidents for whoever reads no record, as where there were none', () => {
    const rows = mediansByMonth([...Array.from({ length: fewest }, () => one), birch])
    const names = (readsEach: boolean) => readableRows(rows, readsEach).map(({ schoolName }) => schoolName)
    expect(names(true)).toEqual([null, 'Alder', 'Birch'])
    expect(names(false), 'all of them would tell of the other school').toEqual(['Alder'])
  })

  test('of fewer than can be told is held back from whoever reads no record, with every count', () => {
    const many = Array.from({ length: fewest }, () => one)
    const [row] = mediansByMonth([...many.slice(1), { ...one, rubric: null }])
    if (row === undefined) throw new Error('There is a row')
    expect(shownRow(row, true)).toMatchObject({ incidents: fewest, steps: { rubric: 12, caregiver: null } })
    expect(shownRow(row, false)).toEqual({
      month: '2026-10',
      schoolName: 'Alder',
      incidents: null,
      steps: { alert: 0, answer: 4, rubric: 'few', response: 14, caregiver: null },
    })
  })
})
