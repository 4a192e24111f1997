import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginningsOf,
  type Counted,
  figuresBySchool,
  figuresOf,
  type IncidentFigures,
  type Premises,
  tellsBeginningsAt,
  tellsNobody,
  tellsNobodyAt,
  thoseAt,
} from '#crisis/figures.ts'
import { isSmall } from '#platform/small-counts.ts'

/**
 * Pages with counts that somebody reads who reads no record: what is held back there follows from nothing
 * that is shown, on the same page or on the page as it is filtered otherwise.
 */
const withinDays = 90
const said = (counts: IncidentFigures) => [
  counts.began,
  counts.on,
  counts.off,
  counts.unknown,
  counts.repeats,
]

/** Runs of alike incidents: invented one by one, no count would ever be large enough to be shown. */
const incidents = fc
  .array(
    fc.record({
      times: fc.integer({ min: 1, max: 30 }),
      schoolId: fc.constantFrom('a', 'b'),
      source: fc.constantFrom('staff', 'triage'),
      knownBy: fc.constantFrom('staff_saw', 'peer_said', null),
      onPremises: fc.constantFrom(true, false, null),
      again: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((runs) =>
    runs.flatMap(({ times, again, schoolId, ...how }) =>
      Array.from({ length: times }, (): Counted => {
        const earlierOn = again ? ['2026-10-01'] : []
        const rest = { endedAs: null, beganOn: '2026-10-13', earlierOn }
        return { schoolId, schoolName: schoolId, ...how, ...rest }
      }),
    ),
  )

type Rule = (every: readonly Counted[], where: Premises) => boolean
/** What is small in all of them less the places that are shown, where one place is held back. */
function leaksOf(
  every: readonly Counted[],
  told: Rule,
  says = (some: readonly Counted[]): number[] => said(figuresOf(some, withinDays)),
): number[] {
  const at = (where: Premises) => (told(every, where) ? says(thoseAt(every, where)) : undefined)
  const all = at('all')
  const places = (['on', 'off', 'unknown'] as const).map(at)
  const shown = places.filter((numbers) => numbers !== undefined)
  if (all === undefined || shown.length !== 2) return []
  return all.map((sum, i) => shown.reduce((rest, numbers) => rest - (numbers[i] ?? 0), sum)).filter(isSmall)
}

describe('What is held back of few follows from nothing that is shown', () => {
  test('in figures of crises, wherever they happened; each place judged alone would tell', () => {
    let [hidden, shown, leaked] = [0, 0, 0]
    const alone: Rule = (every, where) => {
      const some = thoseAt(every, where)
      return tellsNobody(figuresOf(some, withinDays)) && figuresBySchool(some, withinDays).every(tellsNobody)
    }
    fc.assert(
      fc.property(incidents, (every) => {
        const told: Rule = (of, where) => tellsNobodyAt(of, where, withinDays)
        if (told(every, 'all')) shown += 1
        else hidden += 1
        expect(leaksOf(every, told)).toEqual([])
        leaked += leaksOf(every, alone).length
      }),
      { numRuns: 2000, seed: 20_261_013 },
    )
    expect(Math.min(hidden, shown)).toBeGreaterThan(20)
    expect(leaked).toBeGreaterThan(0)
  })

  test('in how crises became known, wherever they happened; each place judged alone would tell', () => {
    let [shown, leaked] = [0, 0]
    const lines = (some: readonly Counted[]) => Object.values(beginningsOf(some).known)
    const alone: Rule = (every, where) => !lines(thoseAt(every, where)).some(isSmall)
    fc.assert(
      fc.property(incidents, (every) => {
        const told: Rule = (of, where) => tellsBeginningsAt('known', { every: of, where, withinDays })
        if (told(every, 'all')) shown += 1
        expect(leaksOf(every, told, lines)).toEqual([])
        leaked += leaksOf(every, alone, lines).length
      }),
      { numRuns: 2000, seed: 20_261_013 },
    )
    expect(Math.min(shown, leaked)).toBeGreaterThan(0)
  })
})
