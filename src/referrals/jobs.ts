import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { passResponsibility } from './pass-responsibility.ts'
import { settleOnEnd } from './settle-on-end.ts'

/** What referrals do by themselves. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'referrals/settle-on-end',
    async run(doer, { referralId }) {
      await settleOnEnd.perform(doer, { referralId })
    },
  },
  {
    name: 'referrals/pass-responsibility',
    async run(doer, { referralId }) {
      await passResponsibility.perform(doer, { referralId })
    },
  },
]
