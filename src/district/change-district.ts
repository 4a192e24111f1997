import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { text } from '#platform/given.ts'
import { Problem } from '#platform/problem.ts'
import { holdDistrict, saveDistrict } from './district-store.ts'
import { mayKeepCalendar } from './policy.ts'
import { changedInDistrict } from './rules.ts'
import { districtWords } from './words.ts'
import { isTimeZone } from './zone.ts'

/**
 * The name on pages and paper, and the zone every clock runs in. Instants stay what they were: what is due
 * already stays due, and everything is shown and counted in the new zone from now on. The form says what it
 * was made from, so that two people never change it over each other.
 */
export const changeDistrict = act({
  name: 'district/change-district',
  by: ['district_head'],
  given: z.object({
    districtName: text(120, 'Say what the district is called'),
    timeZone: z.string().refine(isTimeZone, 'Choose one from the list'),
    was: z.object({ name: z.string(), timeZone: z.string() }),
  }),
  refusals: districtWords,
  async do(unit, { districtName: name, timeZone, was }) {
    const subject = { type: 'district', id: unit.districtId }
    unit.permit(mayKeepCalendar(unit.actor), subject)
    const before = await holdDistrict(unit)
    if (changedInDistrict(before, was).length > 0) throw new Problem('changed_meanwhile')
    const changed = changedInDistrict(before, { name, timeZone })
    if (changed.length === 0) return refused(['nothing_changed'])

    await saveDistrict(unit, { name, timeZone })
    unit.record('district.changed', subject, {
      changed,
      ...(changed.includes('timeZone') && { time_zone: timeZone, was_time_zone: before.timeZone }),
    })
    return done({ name, timeZone })
  },
})
