import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import type { Reactions } from '#access/happening.ts'
import { languageOf } from '#access/visit.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { sendProblem } from '#platform/http/answer.ts'
import { Problem } from '#platform/problem.ts'
import type { AtTheAddress } from '../agreement-store.ts'
import { receiveSigned } from '../receive-signed.ts'

export type Doorway = { db: Db; clock: Clock; reactions: Reactions }

/** A machine sends JSON, and signs it; a browser sends a form. */
export const isFromMachine = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/json') ?? false

/** The bytes that were signed, as they came: nothing of them is read before the signature holds. */
export function keepBytes(app: FastifyInstance) {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 2000 }, (_, body, done) =>
    done(null, body),
  )
}

/** What stands beside a signed notice, in its headers. */
const markIn = ({ headers }: FastifyRequest) => ({
  keyId: headers['notice-key'],
  at: headers['notice-time'],
  nonce: headers['notice-nonce'],
  signature: headers['notice-signature'],
})

/** What is not believed is turned away as somebody unknown is: 401, with what was amiss. */
const doubts: ReadonlySet<string> = new Set(['key_unknown', 'signature_wrong', 'time_off', 'replayed'])

type Answering = { door: Doorway; request: FastifyRequest; reply: FastifyReply }

async function answered({ door, request, reply }: Answering, at: AtTheAddress) {
  const language = languageOf(request) === 'es' ? 'es' : 'en'
  const { db, clock, reactions } = door
  const doer: Doer = {
    db,
    clock,
    reactions,
    actor: { ...systemActor(at.districtId), senderId: at.senderId },
  }
  const mark = markIn(request)
  // No key of a repeated request: what was sent twice is told apart by its mark, and refused.
  if (mark.signature === undefined) throw new Problem('sign_in_needed')
  const outcome = await receiveSigned.perform(doer, { mark, body: request.body })
  if (outcome.done) return reply.send(outcome.result)
  const because = outcome.because.map((code) => {
    const field = receiveSigned.fieldOf(code)
    return { code, says: receiveSigned.says(code, language), ...(field !== undefined && { field }) }
  })
  const isDoubted = outcome.because.some((code) => doubts.has(code))
  throw new Problem(isDoubted ? 'sign_in_needed' : 'refused', because)
}

/** Takes what a machine of a desk signed, and answers with a receipt or with what is amiss. */
export async function receiveFromMachine(answering: Answering, at: AtTheAddress) {
  const { request, reply } = answering
  try {
    return await answered(answering, at)
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return sendProblem(reply, error, languageOf(request) === 'es' ? 'es' : 'en')
  }
}
