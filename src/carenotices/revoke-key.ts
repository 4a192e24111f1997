import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { revokers } from './policy.ts'
import { holdSigningKey, saveSigningKeyRevoked } from './signing-store.ts'
import { signingWords } from './words.ts'

/** Revokes a signing key: the next notice signed with it is turned away. */
export const revokeSigningKey = act({
  name: 'carenotices/revoke-key',
  by: revokers,
  given: z.object({ signingKeyId: id }),
  refusals: signingWords,
  async do(unit, { signingKeyId }) {
    const key = (await holdSigningKey(unit, signingKeyId)) ?? notFound()
    const subject = { type: 'care_signing_key', id: signingKeyId }
    unit.permit(true, subject)
    if (key.revokedAt !== null) return refused(['revoked_already'])
    saveSigningKeyRevoked(unit, signingKeyId)
    unit.record('care_signing_key.revoked', subject, { sender: key.senderId })
    return done({ signingKeyId, careSenderId: key.senderId })
  },
})
