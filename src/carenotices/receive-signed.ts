import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { reasonsOf } from '#access/valid.ts'
import { Problem } from '#platform/problem.ts'
import { sendingDesk, takeIn, tooManySent } from './receiving.ts'
import { senderPath, Sent } from './sent.ts'
import { doubtOf, Mark } from './signature.ts'
import { holdSigningKey, isNonceUsed, useNonce } from './signing-store.ts'
import { signedWords } from './words.ts'

/** What was signed, read only now that it is known who wrote it. @throws Problem not_readable, not_valid */
function readSigned(body: string): z.output<typeof Sent> {
  let raw: unknown
  try {
    raw = JSON.parse(body)
  } catch {
    throw new Problem('not_readable')
  }
  const read = Sent.safeParse(raw)
  if (read.success) return read.data
  throw new Problem('not_valid', reasonsOf(read.error))
}

/**
 * A machine of a desk sends a notice it signed [R346]. Nothing of it is read before the signature holds: by a
 * key that is registered for this desk and not revoked, over these very bytes and this address, within five
 * minutes, and with a mark that was never used. Whatever is not so is refused, and stands on the trail.
 */
export const receiveSigned = act({
  name: 'carenotices/receive-signed',
  by: ['system'],
  tooMany: tooManySent,
  given: z.strictObject({ mark: Mark, body: z.string().max(2000) }),
  refusals: signedWords,
  fields: { born_or_grade_missing: 'bornOn', born_ahead: 'bornOn', school_unknown: 'schoolId' },
  async do(unit, { mark, body }) {
    const sender = await sendingDesk(unit)
    const key = await holdSigningKey(unit, mark.keyId)
    const holds = key?.senderId === sender.id && key.revokedAt === null
    const doubt = doubtOf({
      address: senderPath(sender.code),
      mark,
      body,
      now: unit.now,
      publicKey: holds ? key.publicKey : undefined,
      isUsed: await isNonceUsed(unit, sender.id, mark.nonce),
    })
    if (doubt !== undefined) return refused([doubt])
    const kept = await takeIn(unit, sender.id, readSigned(body))
    if ('because' in kept) return kept
    useNonce(unit, { sender: sender.id, nonce: mark.nonce, key: mark.keyId, notice: kept.id })
    return done({ receipt: kept.receipt, receivedAt: unit.now.toISOString() })
  },
})
