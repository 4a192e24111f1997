import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Exclusion, exclusionFigures, tellsNobody as tellsOfNobody } from '#reviews/exclusions.ts'
import { figuresByCause, figuresOf as escalated, tellsNobody as tellsOfNoLoop } from '#escalations/figures.ts'
import { type RatingCounts, ratingCounts, ratingsTelling } from '#family/rating.ts'
import { isSmall, shownCounts } from '#platform/small-counts.ts'
import { shownTally } from '#screenings/tally.ts'

/** Pages with counts for whoever reads no record, as in subtracted-crises.spec.ts. */
describe('What is held back of few follows from nothing that is shown', () => {
  test('in figures of stalled loops: no cause, and no cause less the others', () => {
    const loops = fc.array(
      fc.record({
        times: fc.integer({ min: 1, max: 30 }),
        cause: fc.constantFrom('no_answer', 'no_visit'),
        ending: fc.constantFrom('connected', 'other_plan', null),
      }),
      { maxLength: 5 },
    )
    let shown = 0
    fc.assert(
      fc.property(loops, (runs) => {
        const some = runs.flatMap(({ times, cause, ending }) =>
          Array.from({ length: times }, () => ({
            cause,
            ending,
            openedAt: new Date(0),
            closedAt: ending === null ? null : new Date(86_400_000),
          })),
        ) as unknown as Parameters<typeof escalated>[0]
        const [all, causes] = [escalated(some), figuresByCause(some)]
        if (!(tellsOfNoLoop(all) && causes.every(tellsOfNoLoop))) return
        shown += 1
        const numbers = [all, ...causes].flatMap(({ opened, open, connected, otherPlan }) => [
          opened,
          open,
          opened - open,
          connected,
          otherPlan,
          all.opened - opened,
          all.connected - connected,
        ])
        expect(numbers.filter(isSmall)).toEqual([])
      }),
      { numRuns: 1000, seed: 20_261_013 },
    )
    expect(shown).toBeGreaterThan(20)
  })

  test('in figures of exclusions: neither who faces one nor who does not any more', () => {
    const one = { code: 'removal', startsOn: '2026-10-01' }
    const of = (count: number, open: boolean) =>
      Array.from({ length: count }, (_, i): Exclusion => ({ ...one, studentId: `${open} ${i}`, open }))
    let shown = 0
    for (let facing = 0; facing <= 24; facing += 1)
      for (let past = 0; past <= 24; past += 1) {
        const figures = exclusionFigures([...of(facing, true), ...of(past, false)], '2026-10-14')
        if (!tellsOfNobody(figures)) continue
        shown += 1
        expect([figures.facing, figures.lately.students - figures.facing].filter(isSmall)).toEqual([])
      }
    expect(shown).toBeGreaterThan(100)
  })

  test('in what a round of screening came to, grade by grade and in all', () => {
    const count = fc.integer({ min: 0, max: 40 })
    const grade = fc.record({ tookPart: count, optedOut: count, open: count, share: count })
    let [hidden, shown] = [0, 0]
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1, maxLength: 5 }), (grades) => {
        const tallies = grades.map(({ tookPart, optedOut, open, share }, at) => ({
          grade: String(at),
          tookPart,
          optedOut,
          open,
          over: Math.min(share, tookPart),
        }))
        const { rows, total } = shownTally(tallies)
        const told = rows.flatMap(({ counts }) => (counts === null ? [] : [counts]))
        if (told.length < rows.length) hidden += 1
        else shown += 1
        const names = ['tookPart', 'optedOut', 'open', 'over'] as const
        const left = names.map((name) =>
          total === null ? 0 : told.reduce((rest, row) => rest - row[name], total[name]),
        )
        expect([...left, (left[0] ?? 0) - (left[3] ?? 0)].filter(isSmall)).toEqual([])
      }),
      { numRuns: 1000, seed: 20_261_013 },
    )
    expect(Math.min(hidden, shown)).toBeGreaterThan(10)
  })

  test('in what families said of handoffs, school by school and in all', () => {
    const answered = fc.integer({ min: 0, max: 40 })
    const school = fc.tuple(answered, answered, answered, answered, answered, answered)
    let [hidden, shown] = [0, 0]
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 5 }), (schools) => {
        const rows = schools.map(
          (counts) =>
            Object.fromEntries(ratingCounts.map((name, at) => [name, counts[at] ?? 0])) as RatingCounts,
        )
        const { rows: told, total } = shownCounts(rows, { names: ratingCounts, telling: ratingsTelling })
        if (told.includes(null)) hidden += 1
        else shown += 1
        if (total === null) return
        const left = Object.fromEntries(
          ratingCounts.map((name) => [
            name,
            told.reduce((rest, row) => rest - (row?.[name] ?? 0), total[name]),
          ]),
        ) as RatingCounts
        expect(ratingsTelling(left).filter(isSmall)).toEqual([])
      }),
      { numRuns: 1000, seed: 20_261_013 },
    )
    expect(Math.min(hidden, shown)).toBeGreaterThan(10)
  })
})
