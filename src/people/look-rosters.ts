import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type RosterImport, isRead } from './roster-import.ts'
import { appliedBefore, findImport, latestImports } from './roster-import-store.ts'
import { progressOf } from './roster-part-store.ts'
import { knownStudents } from './roster-review-store.ts'

/** A moment in the district's own time, as every page says it: "Tue Oct 13, 13:30". */
const saidOn = (calendar: SchoolCalendar, now: Date) => (at: Date) =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

/** The latest roster files, and the form that takes the next one. */
export const lookRosters = look({
  name: 'people/rosters',
  by: ['roster_manager'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    const said = saidOn(calendar, view.now)
    const imports = await latestImports(view.tx)
    return { imports: imports.map((each) => ({ ...each, cameIn: said(each.madeAt) })) }
  },
})

/** New students who may be known already, each beside the one the district has. */
async function reviewOf(tx: Parameters<typeof knownStudents>[0], { summary }: RosterImport) {
  if (!isRead(summary)) return []
  const { listed } = summary.nearDuplicates
  const known = await knownStudents(
    tx,
    listed.map(({ studentId }) => studentId),
  )
  return listed.flatMap(({ sourceId, studentId }) => {
    const student = known.get(studentId)
    return student === undefined ? [] : [{ sourceId, student }]
  })
}

/** One roster file: what it would change, or how far it is, or what became of it [R368]. */
export const lookRoster = look({
  name: 'people/roster',
  by: ['roster_manager'],
  given: z.object({ importId: id }),
  shows: { for: 'records', whole: ['identity', 'roster'] },
  async see(view, { importId }) {
    view.permit(true)
    const found = (await findImport(view.tx, importId)) ?? notFound()
    const review = await reviewOf(view.tx, found)
    const studentIds = review.map(({ student }) => student.id)
    view.saw({ type: 'roster_import', id: found.id, studentIds })
    const calendar = await calendarOf(view.tx)
    const said = saidOn(calendar, view.now)
    const before = await appliedBefore(view.tx, found)
    return {
      ...found,
      review,
      progress: (await progressOf(view.tx, found.id)) ?? null,
      cameIn: said(found.madeAt),
      applied: found.appliedAt === null ? null : said(found.appliedAt),
      appliedBefore: before === undefined ? null : said(before.appliedAt),
    }
  },
})

/** What the page of one import shows. */
export type RosterData = Awaited<ReturnType<typeof lookRoster.see>>
