import { z } from 'zod'
import { look } from '#access/look.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { shownCounts } from '#platform/small-counts.ts'
import { experienceReaders } from './policy.ts'
import { countRatings, raters, ratingCounts, ratingsTelling } from './rating.ts'
import { ratingsSince } from './rating-store.ts'

/** Days the page looks back. */
const days = 90

/** What families said of the handoff, school by school, without any count that points at one [R068]. */
export const lookExperience = look({
  name: 'family/experience',
  by: experienceReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const rated = await ratingsSince(tx, actor, addCalendarDaysAt(await calendarOf(tx), now, -days))
    const bySchool = [...Map.groupBy(rated, ({ schoolId }) => schoolId).values()]
    const names = ratingCounts
    const shown = shownCounts(bySchool.map(countRatings), { names, telling: ratingsTelling })
    const withRaters = (counts: (typeof shown)['total']) =>
      counts === null ? null : { ...counts, rated: raters(counts) }
    return {
      days,
      some: rated.length > 0,
      schools: bySchool.map((of, at) => ({
        name: of[0]?.schoolName ?? '',
        counts: withRaters(shown.rows[at] ?? null),
      })),
      total: withRaters(shown.total),
    }
  },
})
export type SeenExperience = Awaited<ReturnType<typeof lookExperience.see>>
