import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { forgetAsking } from './ask-count-store.ts'

/**
 * The windows in which requests were counted have ended: nothing of them is kept but how many were refused.
 * Done twice, it does no harm.
 */
export const forgetAskers = act({
  name: 'concerns/forget-askers',
  by: ['system'],
  given: z.object({}),
  async do(unit) {
    const subject = { type: 'district', id: unit.districtId }
    unit.permit(true, subject)
    const gone = await forgetAsking(unit)
    unit.record('asking.forgotten', subject, gone)
    return done(gone)
  },
})
