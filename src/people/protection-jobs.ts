import type { Doer } from '#access/doer.ts'
import { Problem } from '#platform/problem.ts'
import type { Job } from '#platform/jobs.ts'
import { expireProtection } from './expire-protection.ts'

/** What follows when the last day of a protection has passed. One that was ended before is passed over. */
export const protectionJobs: readonly Job<Doer>[] = [
  {
    name: 'people/expire-protection',
    async run(doer, payload) {
      const protectionId = String(payload['protectionId'])
      try {
        const outcome = await expireProtection.perform(doer, { protectionId })
        if (!outcome.done) throw new Error('The last day of a protection has not passed')
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'not_found') throw error
      }
    },
  },
]
