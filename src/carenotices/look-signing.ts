import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { careSenders } from './agreement-store.ts'
import { agreementKeepers, revokers } from './policy.ts'
import { senderPath } from './sent.ts'
import { fingerprintOf } from './signature.ts'
import { signingKeysOf } from './signing-store.ts'

/** With which keys the machine of a desk signs, and how it does. */
export const lookSigning = look({
  name: 'carenotices/signing',
  by: revokers,
  given: z.object({ careSenderId: id }),
  shows: 'no student',
  async see(view, { careSenderId }) {
    const { tx, actor, now } = view
    view.permit(true)
    view.sawNoStudent()
    const sender = (await careSenders(tx)).find((each) => each.id === careSenderId) ?? notFound()
    const keys = await signingKeysOf(tx, careSenderId)
    const { timeZone } = await calendarOf(tx)
    const keeps = (agreementKeepers as readonly string[]).includes(actor.role) && sender.revokedAt === null
    const prints = keys.map((key) => ({ ...key, fingerprint: fingerprintOf(key.publicKey) }))
    return { sender, address: senderPath(sender.code), keys: prints, keeps, timeZone, now }
  },
})
export type SeenSigning = Awaited<ReturnType<typeof lookSigning.see>>
