import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { checkLost, isCheckDue } from './check-lost.ts'

/** What coordination does by itself: once a night it looks whether anybody is lost. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'coordination/check-lost',
    async run(doer) {
      if (await isCheckDue(doer)) await checkLost(doer)
    },
  },
]
