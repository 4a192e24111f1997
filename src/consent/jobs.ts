import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { warnEnding } from './warn-ending.ts'

/** What consent does by itself: before a yes ends, its navigator hears of it. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'consent/warn-ending',
    async run(doer, { consentId }) {
      await warnEnding.perform(doer, { consentId })
    },
  },
]
