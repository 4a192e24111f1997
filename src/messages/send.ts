import type { Doer } from '#access/doer.ts'
import type { Job } from '#platform/jobs.ts'
import type { Mail } from '#platform/mail.ts'
import type { Texts } from '#platform/texts.ts'
import { Unsent } from '#platform/unsent.ts'
import { beginTry, type Handed } from './begin-try.ts'
import { endTry } from './end-try.ts'

/** The ways out of the house, and the address a message leads to: the page of what one was told. */
export type Post = { mail: Mail; texts: Texts; url: string }

/** Where the gateway tells what became of one text. */
export const statusAddress = (url: string, districtId: string, messageId: string) =>
  `${url}/messages/texts/${districtId}/${messageId}`

async function handOver({ mail, texts, url }: Post, { id, channel, ...handed }: Handed, districtId: string) {
  if (channel === 'email') return mail.send({ id, ...handed })
  const { to, text } = handed
  return texts.send({ to, text, tellAt: statusAddress(url, districtId, id) })
}

type Came = { outcome: 'taken' | 'refused' | 'away'; code?: string; gatewayId?: string }

/** What came of it, as codes. Whatever else goes wrong is as if nobody was there: it is tried again. */
async function cameOf(post: Post, handed: Handed, districtId: string): Promise<Came> {
  try {
    const gatewayId = await handOver(post, handed, districtId)
    return { outcome: 'taken', ...(gatewayId !== undefined && { gatewayId }) }
  } catch (error) {
    if (error instanceof Unsent) return { outcome: error.reason, code: error.code }
    return { outcome: 'away', code: 'other' }
  }
}

/**
 * Sends one message: looks whether it may go out now, hands it over, and writes down what came of it. Each
 * is a job of its own, so that one nobody takes holds up no other. Ended in between, it is looked at again
 * when the lease is over, and a mail then carries the same id.
 */
export function sendOne(post: Post): Job<Doer> {
  const given = { markOf: (number: string) => post.texts.mark(number), url: `${post.url}/messages` }
  return {
    name: 'messages/send',
    async run(doer, { messageId, district_id: districtId }) {
      const begun = await beginTry.perform(doer, { messageId, ...given })
      if (!begun.done || begun.result.handed === undefined) return
      const came = await cameOf(post, begun.result.handed, districtId)
      await endTry.perform(doer, { messageId, ...came })
    },
  }
}
