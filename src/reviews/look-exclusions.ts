import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { exclusionFigures, tellsNobody, windowDays } from './exclusions.ts'
import { exclusionsOfReferred } from './exclusion-store.ts'
import { figureReaders, reviewers } from './policy.ts'

/** How many students on the way to an agency were kept out of class, lately and before that [R124]. */
export const lookExclusions = look({
  name: 'reviews/exclusions',
  by: figureReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const since = addCalendarDays(today, 1 - 2 * windowDays)
    const figures = exclusionFigures(await exclusionsOfReferred(tx, actor, since), today)
    const readsEach = (reviewers as readonly Role[]).includes(actor.role)
    return { readsEach, figures: readsEach || tellsNobody(figures) ? figures : undefined }
  },
})
export type SeenExclusions = Awaited<ReturnType<typeof lookExclusions.see>>
