import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import { noticeAll, tellAll } from './notice-all.ts'
import { sendMessage, type TellOptions } from './send-message.ts'

/** The round the house makes by itself: what stalls, and what nobody took. */
const makeRound: Job<Doer> = {
  name: 'escalations/make-round',
  async run(doer) {
    await noticeAll(doer)
    await tellAll(doer)
  },
}

export const jobs = (options: TellOptions): readonly Job<Doer>[] => [makeRound, sendMessage(options)]
