import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { tellNext } from './tell-next.ts'

/**
 * The timer of an incident. A timer that rings before the answer is due is set off again by the queue: an
 * incident that nobody answers is never without one.
 */
const tellNextJob: Job<Doer> = {
  name: 'crisis/tell-next',
  async run(doer, { incidentId }) {
    const outcome = await tellNext.perform(doer, { incidentId })
    if (!outcome.done && outcome.because.includes('not_due'))
      throw new Error('The person told last still has time')
  },
}

/** What crisis does by itself: the next person is told when nobody answers. */
export const jobs: readonly Job<Doer>[] = [tellNextJob]
