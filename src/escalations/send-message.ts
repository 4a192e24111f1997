import { type Doer, inTransaction } from '#access/doer.ts'
import { findPersonMail } from '#crisis/contract.ts'
import type { Job } from '#platform/jobs.ts'
import type { Mail } from '#platform/mail.ts'
import { toldOf } from './alert-store.ts'
import { findEscalation } from './store.ts'
import { messageWords } from './words.ts'

/** A link in a message leads to the page of everything one was told, never to a record. */
export type TellOptions = { mail: Mail; url: string }

/** Sends the neutral message, unless somebody took it meanwhile. */
export const sendMessage = ({ mail, url }: TellOptions): Job<Doer> => ({
  name: 'escalations/send-message',
  async run(doer, { escalationId, personId }) {
    if (typeof escalationId !== 'string' || typeof personId !== 'string') return
    const to = await inTransaction(doer, async (tx) => {
      const escalation = await findEscalation(tx, doer.actor, escalationId)
      const told = await toldOf(tx, escalationId)
      if (escalation?.state !== 'open' || told.every((each) => each.personId !== personId)) return undefined
      return findPersonMail(tx, personId)
    })
    const say = messageWords()
    if (to !== undefined) await mail.send({ to, subject: say('subject'), text: say('text', { url }) })
  },
})
