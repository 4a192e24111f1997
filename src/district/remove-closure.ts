import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayKeepCalendar } from './policy.ts'
import { deleteClosure } from './calendar-store.ts'

/** The day is a school day after all. Due times that were stored before stay as they are. */
export const removeClosure = act({
  name: 'district/remove-closure',
  by: ['privacy_officer', 'district_head'],
  given: z.object({ closureId: id }),
  async do(unit, { closureId }) {
    unit.permit(mayKeepCalendar(unit.actor), { type: 'closure', id: closureId })
    const closure = (await deleteClosure(unit, closureId)) ?? notFound()
    unit.record('closure.removed', { type: 'closure', id: closureId }, { on_day: closure.onDay })
    return done({ id: closureId })
  },
})
