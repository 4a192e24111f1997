import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdCareSender } from './agreement-store.ts'
import { agreementKeepers } from './policy.ts'
import { fingerprintOf, isPublicKey, publicKeyIn } from './signature.ts'
import { insertSigningKey } from './signing-store.ts'
import { signingWords } from './words.ts'

/**
 * Registers the public half of a key with which a machine of a desk signs. The other half never leaves the
 * desk. Several hold at once: a key is changed by registering the next one and revoking the last.
 */
export const registerSigningKey = act({
  name: 'carenotices/register-key',
  by: agreementKeepers,
  given: z.object({
    careSenderId: id,
    publicKey: text(400, 'Paste the public key').refine(isPublicKey, 'Paste an Ed25519 public key, as a PEM'),
  }),
  refusals: signingWords,
  fields: { registered_already: 'publicKey' },
  async do(unit, { careSenderId, publicKey }) {
    const sender = (await holdCareSender(unit, careSenderId)) ?? notFound()
    unit.permit(true, { type: 'care_sender', id: careSenderId })
    if (sender.revokedAt !== null) return refused(['desk_revoked'])
    const key = publicKeyIn(publicKey) as string
    const signingKeyId = await insertSigningKey(unit, careSenderId, key)
    if (signingKeyId === undefined) return refused(['registered_already'])
    const subject = { type: 'care_signing_key', id: signingKeyId }
    unit.record('care_signing_key.registered', subject, { sender: careSenderId, print: fingerprintOf(key) })
    return done({ signingKeyId, careSenderId })
  },
})
