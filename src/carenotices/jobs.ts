import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { expireNotice } from './expire-notice.ts'
import { tellBackup } from './tell-backup.ts'

/** A timer that rings too early is set off again by the queue: nothing that waits is without one. */
const tellBackupJob: Job<Doer> = {
  name: 'carenotices/tell-backup',
  async run(doer, { careNoticeId }) {
    const outcome = await tellBackup.perform(doer, { careNoticeId })
    if (!outcome.done && outcome.because.includes('not_due')) throw new Error('There is time left')
  },
}

const expireJob: Job<Doer> = {
  name: 'carenotices/expire-notice',
  async run(doer, { careNoticeId }) {
    const outcome = await expireNotice.perform(doer, { careNoticeId })
    if (!outcome.done && outcome.because.includes('not_due')) throw new Error('The notice has not ended')
  },
}

/** What Handle With Care does by itself: whoever stands in is told, and a notice ends. */
export const jobs: readonly Job<Doer>[] = [tellBackupJob, expireJob]
