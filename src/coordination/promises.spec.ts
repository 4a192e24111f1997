import { describe, expect, test } from 'vitest'
import { weekdayCalendar } from '#district/contract.ts'
import { boundsOf, groups, type Owed, shownOf, type Showing, sortPromises } from './promises.ts'

/** Tuesday, October 13, 13:30 in Los Angeles. */
const now = new Date('2026-10-13T20:30:00Z')
const calendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  closures: [{ on: '2026-10-16', label: 'Staff day' }],
}
const at = (instant: string, highNeed = false): Owed & { name: string } => ({
  id: instant,
  name: instant,
  highNeed,
  dueAt: new Date(instant),
})

const sorted = (owed: readonly (Owed & { name: string })[]) =>
  Object.fromEntries(
    Object.entries(sortPromises(owed, boundsOf({ calendar, now }))).map(([group, rows]) => [
      group,
      rows.map(({ name }) => name),
    ]),
  )

describe('what is owed, in order', () => {
  test('late, today, this week, later: by the day on the district’s clock, the soonest first', () => {
    const yesterday = '2026-10-13T06:59:00Z'
    const earlier = '2026-10-13T15:00:00Z'
    const tonight = '2026-10-14T06:59:00Z'
    const thursday = '2026-10-15T22:00:00Z'
    const monday = '2026-10-19T22:00:00Z'
    expect(sorted([monday, thursday, tonight, earlier, yesterday].map((each) => at(each)))).toEqual({
      high: [],
      late: [yesterday],
      today: [earlier, tonight],
      week: [thursday],
      later: [monday],
    })
  })

  test('high need is pinned on top, late or not, unless it is for another week', () => {
    const rows = [
      at('2026-10-15T22:00:00Z', true),
      at('2026-10-09T22:00:00Z', true),
      at('2026-10-20T22:00:00Z', true),
      at('2026-10-09T20:00:00Z'),
    ]
    expect(sorted(rows)).toMatchObject({
      high: ['2026-10-09T22:00:00Z', '2026-10-15T22:00:00Z'],
      late: ['2026-10-09T20:00:00Z'],
      later: ['2026-10-20T22:00:00Z'],
    })
  })

  test('the week ends with its last school day', () => {
    expect(sorted([at('2026-10-16T20:00:00Z')])).toMatchObject({ week: [], later: ['2026-10-16T20:00:00Z'] })
  })

  test('what has no day yet comes last in the week', () => {
    const undated = { id: 'undated', name: 'undated', highNeed: false, dueAt: null }
    expect(sorted([undated, at('2026-10-15T22:00:00Z')])).toMatchObject({
      week: ['2026-10-15T22:00:00Z', 'undated'],
    })
  })
})

describe('what a page shows of it', () => {
  const late = Array.from({ length: 95 }, (_, i) => at(new Date(Date.UTC(2026, 8, 1, 0, i)).toISOString()))
  const later = Array.from({ length: 30 }, (_, i) => at(new Date(Date.UTC(2027, 0, 4, 0, i)).toISOString()))
  const undated = [1, 2].map((each) => ({ id: `undated ${each}`, name: '', highNeed: false, dueAt: null }))
  const all = sortPromises([...later, ...undated, ...late], boundsOf({ calendar, now }))
  const page = (showing: Showing) => shownOf(all, showing)

  test('the first page has the first of every group, and few of what is far away', () => {
    const { shown, next } = page({ show: 'everything' })
    expect(groups.map((group) => shown[group].length)).toEqual([0, 10, 0, 2, 5])
    expect(shown.late).toEqual(late.slice(0, 10))
    expect(next).toBeUndefined()
  })

  test('one group alone comes page after page, each promise once and in order', () => {
    for (const group of ['late', 'week', 'later'] as const) {
      const read: Owed[] = []
      let after: Showing['after']
      do {
        const { shown, next } = page({ show: group, after })
        read.push(...shown[group])
        expect(shown[group].length).toBeLessThanOrEqual(40)
        after = next
      } while (after !== undefined)
      expect(read).toEqual(all[group])
    }
  })

  test('a page goes on where it ended, though what stood there was kept in between', () => {
    const { next } = page({ show: 'late' })
    const left = { ...all, late: all.late.slice(40) }
    expect(shownOf(left, { show: 'late', after: next }).shown.late[0]).toEqual(late[40])
  })
})
