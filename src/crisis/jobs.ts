import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { checkIncident } from './check-incident.ts'
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

/** The timer that never stops while an incident runs: whoever has it is asked again. */
const checkJob: Job<Doer> = {
  name: 'crisis/check-incident',
  async run(doer, { incidentId }) {
    await checkIncident.perform(doer, { incidentId })
  },
}

/** What crisis does by itself: the next person is told when nobody answers, and whoever has it is asked. */
export const jobs: readonly Job<Doer>[] = [tellNextJob, checkJob]
