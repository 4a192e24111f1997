import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { escalateOpening } from './escalate-opening.ts'

/** What follows an opening that nobody reviews: the district head is told. */
export const openingJobs: readonly Job<Doer>[] = [
  {
    name: 'people/escalate-opening',
    async run(doer, { openingId }) {
      const outcome = await escalateOpening.perform(doer, { openingId })
      if (!outcome.done && outcome.because.includes('not_due'))
        throw new Error('The review of an opening still has time')
    },
  },
]
