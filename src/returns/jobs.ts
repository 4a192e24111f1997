import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { sayLate } from './say-late.ts'

/** A timer that rings before the plan is due is set off again by the queue: a late one is always told. */
const sayLateJob: Job<Doer> = {
  name: 'returns/say-late',
  async run(doer, { incidentId }) {
    const outcome = await sayLate.perform(doer, { incidentId })
    if (!outcome.done && outcome.because.includes('not_due')) throw new Error('The plan is not due yet')
  },
}

/** What returns does by itself: a plan that is late is told. */
export const jobs: readonly Job<Doer>[] = [sayLateJob]
