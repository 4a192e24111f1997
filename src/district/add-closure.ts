import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { day, text } from '#platform/given.ts'
import { calendarOf } from './store.ts'
import { mayKeepCalendar } from './policy.ts'
import { obstaclesToClosing } from './rules.ts'
import { insertClosure } from './calendar-store.ts'
import { closureWords } from './words.ts'

/** A day without school: clocks in school days and working hours do not run on it [R366]. */
export const addClosure = act({
  name: 'district/add-closure',
  by: ['privacy_officer', 'district_head'],
  given: z.object({ onDay: day, label: text(80, 'Say why, as families read it') }),
  refusals: closureWords,
  async do(unit, { onDay, label }) {
    unit.permit(mayKeepCalendar(unit.actor), { type: 'district', id: unit.districtId })
    const obstacles = obstaclesToClosing(await calendarOf(unit.tx), onDay)
    if (obstacles.length > 0) return refused(obstacles)

    const id = await insertClosure(unit, { onDay, label })
    unit.record('closure.added', { type: 'closure', id }, { on_day: onDay })
    return done({ id })
  },
})
