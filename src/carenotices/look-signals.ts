import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { signalled } from './policy.ts'
import { signalsFor } from './signal-store.ts'

/** Whom somebody is asked to handle with care, and until when: no word of why or from whom [R348]. */
export const lookSignals = look({
  name: 'carenotices/signals',
  by: signalled,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'care_notices'] },
  async see(view) {
    view.permit(true)
    const calendar = await calendarOf(view.tx)
    const signals = await signalsFor(view)
    view.saw({ type: 'care_signals', id: null, studentIds: signals.map(({ studentId }) => studentId) })
    return {
      signals: signals.map(({ until, ...signal }) => ({ ...signal, untilOn: dayOf(calendar, until) })),
      today: dayOf(calendar, view.now),
    }
  },
})
export type SeenSignals = Awaited<ReturnType<typeof lookSignals.see>>
