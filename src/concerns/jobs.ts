import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { forgetAskers } from './forget-askers.ts'

/** What concerns do by themselves: counts of the public page are forgotten. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'concerns/forget-askers',
    async run(doer) {
      await forgetAskers.perform(doer, {})
    },
  },
]
