import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { watchGate, watchGates } from './watch-gate.ts'

/**
 * What partnership does by itself: the day a document begins or has ended, its agency's gate is looked at;
 * and when work begins, every gate.
 */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'partnership/watch-gate',
    async run(doer, { partnerId }) {
      await watchGate.perform(doer, { partnerId })
    },
  },
  { name: 'partnership/watch-gates', run: watchGates },
]
