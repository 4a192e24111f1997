import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { mayPublish } from './policy.ts'
import { modelInForce } from './store.ts'

/** The signals in force, for whoever writes the next version. */
export const lookSignals = look({
  name: 'standards/signals-to-edit',
  by: ['district_head'],
  given: z.object({}),
  async see(view) {
    view.permit(mayPublish(view.actor))
    view.sawNoStudent()
    const { signals } = await modelInForce(view.tx, view.now)
    const today = dayOf(await calendarOf(view.tx), view.now)
    return { today, version: signals.version, body: signals.body }
  },
})
