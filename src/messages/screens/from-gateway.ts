import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import { isId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import type { Texts } from '#platform/texts.ts'
import { askedBy, noteTextAnswer } from '../note-text-answer.ts'
import { noteTextStatus } from '../note-text-status.ts'
import { statusAddress } from '../send.ts'
import { districts } from './from-gateway-store.ts'

type Told = Readonly<Record<string, string>>
export type FromGateway = Pick<Doer, 'db' | 'clock' | 'reactions'> & {
  texts: Texts
  /** The public address of the site: what the gateway signs begins with it. */
  url: string
}

/** The fields that came, each once and as text. */
const fieldsOf = ({ body }: FastifyRequest): Told =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** @throws Problem not_found to whoever did not sign it with our token: then there is nothing here */
function toldBy(request: FastifyRequest, { texts }: FromGateway, url: string): Told {
  const fields = fieldsOf(request)
  const signature = request.headers['x-twilio-signature']
  const signed = typeof signature === 'string' && texts.isFromGateway({ url, fields, signature })
  if (!signed) throw new Problem('not_found')
  return fields
}

/** What a gateway says of a text, where it is the end of it. */
const outcomes: Readonly<Record<string, 'delivered' | 'failed'>> = {
  delivered: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
}

const empty = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
const who = ['anyone']

/**
 * What a text gateway tells: what became of a text, and what somebody answered. It stands beside the other
 * addresses because it is proven by a signature of the gateway and by no session; what it does is an act of
 * the house like any other. Of an answer nothing is kept but that it was STOP or START.
 */
export const fromGateway =
  (options: FromGateway): FastifyPluginAsync =>
  async (app) => {
    const asHouse = (districtId: string): Doer => ({ ...options, actor: systemActor(districtId) })

    app.post(
      '/messages/texts/:districtId/:messageId',
      { config: { who, behind: noteTextStatus.name } },
      async (request, reply) => {
        const { districtId = '', messageId = '' } = request.params as Record<string, string>
        if (!isId(districtId) || !isId(messageId)) throw new Problem('not_found')
        const told = toldBy(request, options, statusAddress(options.url, districtId, messageId))
        const outcome = outcomes[told['MessageStatus'] ?? '']
        const code = told['ErrorCode']
        const gatewayId = told['MessageSid']
        if (outcome !== undefined)
          await noteTextStatus.perform(asHouse(districtId), {
            messageId,
            outcome,
            ...(code !== undefined && { code: code.slice(0, 30) }),
            ...(gatewayId !== undefined && { gatewayId: gatewayId.slice(0, 100) }),
          })
        return reply.type('text/xml').send(empty)
      },
    )

    app.post('/messages/texts', { config: { who, behind: noteTextAnswer.name } }, async (request, reply) => {
      const told = toldBy(request, options, `${options.url}/messages/texts`)
      const asked = askedBy(told['Body'] ?? '')
      const mark = options.texts.mark(told['From'] ?? '')
      // A number answers for every district of the installation: texts come from one number.
      if (asked !== undefined && mark !== undefined)
        for (const { id } of await options.db.ask(districts, {}))
          await noteTextAnswer.perform(asHouse(id), { mark, asked })
      return reply.type('text/xml').send(empty)
    })
  }
