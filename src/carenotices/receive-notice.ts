import { act, done } from '#access/act.ts'
import { sendingDesk, takeIn, tooManySent } from './receiving.ts'
import { Sent } from './sent.ts'
import { sendingWords } from './words.ts'

/**
 * Somebody at a desk of law enforcement sends a notice from its page [R346]. Who sends is known at the door
 * by the key of the desk. What comes back is a number, drawn, and the same whether there is such a child or
 * not.
 */
export const receiveNotice = act({
  name: 'carenotices/receive-notice',
  by: ['system'],
  tooMany: tooManySent,
  given: Sent,
  refusals: sendingWords,
  fields: { born_or_grade_missing: 'bornOn', born_ahead: 'bornOn', school_unknown: 'schoolId' },
  async do(unit, given) {
    const { id: senderId } = await sendingDesk(unit)
    const kept = await takeIn(unit, senderId, given)
    if ('because' in kept) return kept
    return done({ receipt: kept.receipt, receivedAt: unit.now.toISOString() })
  },
})
