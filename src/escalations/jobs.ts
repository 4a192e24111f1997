import type { Doer } from '#access/doer.ts'
import { tellLateConcerns } from '#concerns/contract.ts'
import type { Job } from '#platform/jobs.ts'
import { keepAllMissed } from './keep-missed.ts'
import { noticeAll, tellAll } from './notice-all.ts'

/** The round the house makes by itself: what stalls, what nobody took, and what nobody decided. */
const makeRound: Job<Doer> = {
  name: 'escalations/make-round',
  async run(doer) {
    // One part that fails holds up no other: what failed is said when all were tried.
    const parts = await Promise.allSettled([
      noticeAll(doer),
      tellAll(doer),
      tellLateConcerns(doer),
      keepAllMissed(doer, 'round'),
    ])
    const failed = parts.flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []))
    if (failed.length > 0) throw new AggregateError(failed, 'A round through what stalls did not end well')
  },
}

export const jobs: readonly Job<Doer>[] = [makeRound]
