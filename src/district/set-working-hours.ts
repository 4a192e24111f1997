import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { timeOfDay } from '#platform/given.ts'
import type { Weekday } from './calendar.ts'
import { mayKeepCalendar } from './policy.ts'
import { hoursGiven, obstaclesToHours } from './rules.ts'
import { replaceHours } from './calendar-store.ts'
import { hoursWords } from './words.ts'

const oneDay = z.object({ opens: timeOfDay.optional(), closes: timeOfDay.optional() }).optional()

/**
 * When staff work, weekday by weekday; a weekday without times is free. Clocks that start later use these
 * [R366].
 */
export const setWorkingHours = act({
  name: 'district/set-working-hours',
  by: ['privacy_officer', 'district_head'],
  given: z.object({
    hours: z
      .object({ 1: oneDay, 2: oneDay, 3: oneDay, 4: oneDay, 5: oneDay, 6: oneDay, 7: oneDay })
      .default({}),
  }),
  refusals: hoursWords,
  async do(unit, { hours }) {
    unit.permit(mayKeepCalendar(unit.actor), { type: 'district', id: unit.districtId })
    const obstacles = obstaclesToHours(hours)
    if (obstacles.length > 0) return refused(obstacles)

    for (const { weekday, id, change } of await replaceHours(unit, hoursGiven(hours))) {
      unit.record('hours.changed', { type: 'working_hours', id }, { weekday, change })
    }
    unit.record('hours.saved', { type: 'district', id: unit.districtId })
    return done({ weekdays: hoursGiven(hours).map(({ weekday }): Weekday => weekday) })
  },
})
