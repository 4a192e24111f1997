import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { tellNext } from './tell-next.ts'

/** Those who can answer an alert are told by itself. A timer that rings too early is set off again. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'alerts/tell-next',
    async run(doer, { alertId }) {
      const outcome = await tellNext.perform(doer, { alertId })
      if (!outcome.done && outcome.because.includes('not_due')) throw new Error('There is time left')
    },
  },
]
