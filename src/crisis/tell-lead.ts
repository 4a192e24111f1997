import { type Doer, inTransaction } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import type { Mail } from '#platform/mail.ts'
import { alertsOf } from './alert-store.ts'
import { findPersonMail } from './person-store.ts'
import { findIncident } from './store.ts'
import { messageWords } from './words.ts'

/** A link in a message leads to the page of everything one was told, never to a record. */
export type TellOptions = { mail: Mail; url: string }

/**
 * Sends the neutral message: something needs an answer now, and where to sign in. It names no student,
 * school or reason. Not sent any more once somebody has answered.
 */
export const tellLead = ({ mail, url }: TellOptions): Job<Doer> => ({
  name: 'crisis/tell-lead',
  async run(doer, { incidentId, personId }) {
    if (typeof incidentId !== 'string' || typeof personId !== 'string') return
    const to = await inTransaction(doer, async (tx) => {
      const incident = await findIncident(tx, doer.actor, incidentId)
      const told = await alertsOf(tx, incidentId)
      if (incident?.state !== 'open' || !told.some((alert) => alert.personId === personId)) return undefined
      return findPersonMail(tx, personId)
    })
    const say = messageWords()
    if (to !== undefined) await mail.send({ to, subject: say('subject'), text: say('text', { url }) })
  },
})
