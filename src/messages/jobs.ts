import { type Doer, inTransaction } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { lease } from './back-off.ts'
import { dueNow, makeDue } from './make-due.ts'
import { type Post, sendOne } from './send.ts'
import { dueMessages } from './store.ts'
import { ask } from './jobs-store.ts'

/**
 * The round the house makes by itself: what follows from the time of day is made, and whatever is to be
 * looked at now is asked for, each as a job of its own. No message hangs on a timer: none is lost with one.
 */
const makeRound: Job<Doer> = {
  name: 'messages/make-round',
  async run(doer) {
    const now = doer.clock.now()
    const isDue = await inTransaction(doer, async (tx) => (await dueNow(tx, now)).length > 0)
    const made = isDue ? makeDue.perform(doer, {}) : undefined
    const [failed] = await Promise.allSettled([made])
    await inTransaction(doer, async (tx) => {
      const lent = new Date(now.getTime() - lease)
      for (const id of await dueMessages(tx, { now, lent }))
        tx.write(ask, { district: tx.scope.districtId, id, key: `messages/send/${id}` })
    })
    if (failed.status === 'rejected') throw failed.reason
  },
}

/** What messages do by themselves. */
export const jobs = (post: Post): readonly Job<Doer>[] => [makeRound, sendOne(post)]
