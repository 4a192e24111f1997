import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { shownCounts } from '#platform/small-counts.ts'
import { countReturns, type Returned, returnsTelling, windowOf, windowsIn } from './figures.ts'
import { cameBackSince } from './figures-store.ts'
import { planners, returnFigureReaders } from './policy.ts'
import { stabilityOf } from './rules.ts'
import { standardOf } from './work-on-plan.ts'

/** Days the figures look back. */
const days = 365

/** Everybody who came back, window by window, each by the version of the standard their plan follows. */
async function returnsOf({ tx, actor }: Viewing, today: string): Promise<Returned[]> {
  const back = await cameBackSince(tx, actor, addCalendarDays(today, -days))
  const ids = [...new Set(back.map(({ standardId }) => standardId))]
  const standards = await Promise.all(ids.map((standardId) => standardOf(tx, { standardId })))
  const windowsBy = new Map(ids.map((id, at) => [id, standards[at]?.stabilityDays ?? []]))
  return back.map(({ schoolId, schoolName, standardId, returnedOn, crisisOn, ...happened }) => {
    const windows = windowsBy.get(standardId) ?? []
    return {
      schoolId,
      schoolName,
      windows: stabilityOf(happened, { crisisOn, returnedOn, windows, today }),
    }
  })
}

/**
 * Whether returns hold, school by school [R123]. Whoever reads no record is told of no school whose counts
 * could say whom they are about, and of as many others as it takes that nothing follows from the total.
 */
export const lookReturnFigures = look({
  name: 'returns/figures',
  by: returnFigureReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const today = dayOf(await calendarOf(view.tx), view.now)
    const all = await returnsOf(view, today)
    const windows = windowsIn(all)
    const readsEach = (planners as readonly Role[]).includes(view.actor.role)
    const bySchool = [...Map.groupBy(all, ({ schoolId }) => schoolId).values()]
    const rows = bySchool.map((some) => countReturns(some, windows))
    const names = Object.keys(countReturns([], windows))
    const telling = (counts: Readonly<Record<string, number>>) => returnsTelling(counts, windows)
    const shown = readsEach
      ? { rows, total: countReturns(all, windows) }
      : shownCounts(rows, { names, telling })
    const total = shown.total
    return {
      days,
      readsEach,
      hidden: shown.rows.filter((row) => row === null).length,
      windows: windows.map((window) => ({
        days: window,
        schools: bySchool.flatMap((some, at) => {
          const row = shown.rows[at] ?? null
          return row === null ? [] : [{ name: some[0]?.schoolName ?? '', counts: windowOf(row, window) }]
        }),
        total: total === null ? null : windowOf(total, window),
      })),
    }
  },
})
export type SeenReturnFigures = Awaited<ReturnType<typeof lookReturnFigures.see>>
