import { type Doer, inTransaction } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import type { Mail } from '#platform/mail.ts'
import { escalateOpening } from './escalate-opening.ts'
import { addressToTell } from './opening-alert.ts'
import { openingMessageWords } from './opening-words.ts'

/** A link in a message leads to the page of what one was told, never to a record. */
export type AlertOptions = { mail: Mail; url: string }

/** What follows an opening: the neutral message, and the district head when nobody reviews it. */
export const openingJobs = ({ mail, url }: AlertOptions): readonly Job<Doer>[] => [
  {
    name: 'people/tell-of-opening',
    async run(doer, { openingId, personId }) {
      if (typeof openingId !== 'string' || typeof personId !== 'string') return
      const to = await inTransaction(doer, (tx) => addressToTell(tx, { openingId, personId }))
      const say = openingMessageWords()
      if (to !== undefined) await mail.send({ to, subject: say('subject'), text: say('text', { url }) })
    },
  },
  {
    name: 'people/escalate-opening',
    async run(doer, { openingId }) {
      const outcome = await escalateOpening.perform(doer, { openingId })
      if (!outcome.done && outcome.because.includes('not_due'))
        throw new Error('The review of an opening still has time')
    },
  },
]
