import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { beginMix } from './begin-mix.ts'

/** What the directory does by itself: on the day of a planned mix the room of an agency follows. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'directory/begin-mix',
    async run(doer, { mixId }) {
      const outcome = await beginMix.perform(doer, { mixId })
      if (!outcome.done && outcome.because.includes('not_due')) throw new Error('Its day has not come')
    },
  },
]
