import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'

/** Somebody has to be told of a crisis that nobody was told of: its timer begins now. */
export const tellLost = act({
  name: 'coordination/tell-lost',
  by: ['system'],
  given: z.object({ incidentId: id }),
  async do(unit, { incidentId }) {
    unit.permit(true, { type: 'crisis_incident', id: incidentId })
    const key = `crisis/tell-next/${incidentId}`
    unit.enqueue({ task: 'crisis/tell-next', payload: { incidentId }, key })
    unit.record('crisis.timer_set_again', { type: 'crisis_incident', id: incidentId })
    return done({ incidentId })
  },
})
