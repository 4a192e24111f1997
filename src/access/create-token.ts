import { z } from 'zod'
import { id, text, whole } from '#platform/given.ts'
import { act, done } from './act.ts'
import type { Role } from './roles.ts'
import { insert } from './create-token-store.ts'

const day = 24 * 60 * 60 * 1000

/** Whose machines may connect. A token acts in its maker's own assignment and in no other. */
export const tokenMakers = [
  'roster_manager',
  'privacy_officer',
  'district_head',
] as const satisfies readonly Role[]

/**
 * Makes a bearer token for a machine. The secret is made by whoever asks (`newToken`) and only its hash is
 * given here: what an act answers is kept for replays, and a secret has no place there.
 */
export const createToken = act({
  name: 'access/create-token',
  by: tokenMakers,
  unacknowledged: 'own',
  given: z.object({
    tokenId: id,
    secretHash: z.string().regex(/^[0-9a-f]{64}$/),
    label: text(80, 'Say what it is for'),
    days: whole(1, 365),
  }),
  async do(unit, { tokenId, secretHash, label, days }) {
    const { personId, assignmentId } = unit.actor
    const subject = { type: 'access_token', id: tokenId }
    unit.permit(personId !== null && assignmentId !== null, subject)
    await unit.tx.run(insert, {
      district: unit.districtId,
      id: tokenId,
      assignment: assignmentId as string,
      person: personId as string,
      label,
      hash: Buffer.from(secretHash, 'hex'),
      at: unit.now,
      until: new Date(unit.now.getTime() + days * day),
    })
    unit.record('access_token.created', subject, { days })
    return done({ tokenId })
  },
})
