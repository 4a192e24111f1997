import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { forgetAskers } from './forget-askers.ts'
import { tellArrival } from './tell-arrival.ts'

/** What concerns do by themselves: counts of the public page are forgotten, and who triages is told. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'concerns/forget-askers',
    async run(doer) {
      await forgetAskers.perform(doer, {})
    },
  },
  {
    name: 'concerns/tell-arrival',
    async run(doer, { concernId }) {
      await tellArrival.perform(doer, { concernId })
    },
  },
]
