import { z } from 'zod'
import { look } from '#access/look.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { shownCounts } from '#platform/small-counts.ts'
import { experienceReaders } from './policy.ts'
import { countRatings, raters, type RatingCounts, ratingCounts, ratingsTelling } from './rating.ts'
import { ratingsSince } from './rating-store.ts'

/** Days the page looks back. */
const days = 90

/**
 * What families said of the handoff, school by school [R068]. A school whose counts point at somebody is not
 * listed, like one of which nobody said anything: that there is an answer at all would tell of a family.
 */
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
    const withRaters = (counts: RatingCounts) => ({ ...counts, rated: raters(counts) })
    return {
      days,
      schools: bySchool.flatMap((of, at) => {
        const counts = shown.rows[at] ?? null
        return counts === null ? [] : [{ name: of[0]?.schoolName ?? '', counts: withRaters(counts) }]
      }),
      total: rated.length === 0 || shown.total === null ? null : withRaters(shown.total),
    }
  },
})
export type SeenExperience = Awaited<ReturnType<typeof lookExperience.see>>
