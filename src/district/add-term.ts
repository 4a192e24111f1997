import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { day, text } from '#platform/given.ts'
import { mayKeepCalendar } from './policy.ts'
import { calendarOf } from './store.ts'
import { insertTerm } from './term-store.ts'
import { obstaclesToTerm } from './term-rules.ts'
import { termWords } from './words.ts'

/**
 * When school is in session, for the year to come: between terms no clock runs [R366]. Due times that were
 * stored before stay as they are.
 */
export const addTerm = act({
  name: 'district/add-term',
  by: ['privacy_officer', 'district_head'],
  given: z.object({
    termName: text(60, 'Say what the term is called'),
    startsOn: day,
    endsOn: day,
  }),
  refusals: termWords,
  fields: { ends_before_it_starts: 'endsOn' },
  async do(unit, { termName, startsOn, endsOn }) {
    unit.permit(mayKeepCalendar(unit.actor), { type: 'district', id: unit.districtId })
    const obstacles = obstaclesToTerm(await calendarOf(unit.tx), { startsOn, endsOn })
    if (obstacles.length > 0) return refused(obstacles)

    const id = await insertTerm(unit, { name: termName, startsOn, endsOn })
    unit.record('term.added', { type: 'school_term', id }, { starts_on: startsOn, ends_on: endsOn })
    return done({ id })
  },
})
