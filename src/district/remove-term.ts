import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dayOf } from './calendar-hours.ts'
import { mayKeepCalendar } from './policy.ts'
import { calendarOf } from './store.ts'
import { deleteTerm, holdTerm } from './term-store.ts'
import { obstaclesToRemovingTerm } from './term-rules.ts'
import { termRemovalWords } from './words.ts'

/** A term that has not begun comes off the list: one that has begun is what clocks ran on. */
export const removeTerm = act({
  name: 'district/remove-term',
  by: ['privacy_officer', 'district_head'],
  given: z.object({ termId: id }),
  refusals: termRemovalWords,
  async do(unit, { termId }) {
    unit.permit(mayKeepCalendar(unit.actor), { type: 'school_term', id: termId })
    const term = (await holdTerm(unit, termId)) ?? notFound()
    const obstacles = obstaclesToRemovingTerm(term, dayOf(await calendarOf(unit.tx), unit.now))
    if (obstacles.length > 0) return refused(obstacles)

    await deleteTerm(unit, termId)
    const { startsOn, endsOn } = term
    unit.record('term.removed', { type: 'school_term', id: termId }, { starts_on: startsOn, ends_on: endsOn })
    return done({ id: termId })
  },
})
