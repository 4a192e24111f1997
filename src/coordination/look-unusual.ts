import { z } from 'zod'
import { look } from '#access/look.ts'
import { decidersAt } from '#concerns/contract.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { readingsSince } from './unusual-store.ts'
import { unusualIn } from './unusual.ts'

/** How far back it looks, in days, and how many it shows. */
const days = 30
const most = 100

/** Readings of the last month that are worth a question, for who answers for the records. */
export const lookUnusual = look({
  name: 'coordination/unusual',
  by: ['privacy_officer'],
  given: z.object({}),
  shows: { for: 'oversight', whole: ['identity', 'access_record'] },
  async see(view) {
    view.permit(true)
    const calendar = await calendarOf(view.tx)
    const since = addCalendarDaysAt(calendar, view.now, -days)
    const all = unusualIn(await readingsSince(view.tx, since, await decidersAt(view)))
    const unusual = all.slice(0, most)
    const studentIds = unusual.flatMap(({ student }) => (student === null ? [] : [student.id]))
    view.saw({ type: 'trail', id: null, studentIds: [...new Set(studentIds)] })
    return { unusual, more: all.length - unusual.length, days, calendar, now: view.now }
  },
})
export type SeenUnusual = Awaited<ReturnType<typeof lookUnusual.see>>
