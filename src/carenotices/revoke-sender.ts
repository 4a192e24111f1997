import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdCareSender, saveSenderRevoked } from './agreement-store.ts'
import { revokers } from './policy.ts'
import { senderWords } from './words.ts'

/** Revokes the key of a desk: the next notice with it is turned away. */
export const revokeCareSender = act({
  name: 'carenotices/revoke-sender',
  by: revokers,
  given: z.object({ careSenderId: id }),
  refusals: senderWords,
  async do(unit, { careSenderId }) {
    const sender = (await holdCareSender(unit, careSenderId)) ?? notFound()
    const subject = { type: 'care_sender', id: careSenderId }
    unit.permit(true, subject)
    if (sender.revokedAt !== null) return refused(['revoked_already'])
    saveSenderRevoked(unit, careSenderId)
    unit.record('care_sender.revoked', subject)
    return done({ careSenderId })
  },
})
