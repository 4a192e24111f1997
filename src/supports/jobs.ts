import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { callReview } from './call-review.ts'

/** What supports does by itself: the morning of a review day, the review is called. */
export const jobs: readonly Job<Doer>[] = [
  {
    name: 'supports/call-review',
    async run(doer, { supportId }) {
      await callReview.perform(doer, { supportId })
    },
  },
]
