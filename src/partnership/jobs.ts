import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { watchGate } from './watch-gate.ts'

/** What partnership does by itself: the day a document ends, its agency's gate is looked at. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'partnership/watch-gate',
    async run(doer, { partnerId }) {
      await watchGate.perform(doer, { partnerId })
    },
  },
]
