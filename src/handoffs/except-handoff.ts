import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { handoffLifecycle } from './lifecycle.ts'
import { saveHandoff } from './store.ts'
import { exceptionObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Exception = z.object({
  referralId: id,
  /** A code of the handoff_miss list. */
  reason: z.string({ error: 'Choose a reason' }).min(1, 'Choose a reason').max(60),
  note: text(300, 'Say what happened and what comes next'),
})

/**
 * The handoff could not be completed, and it says why: an exception on record, with a coded reason and a
 * sentence. What is owed to the family stays owed [R052].
 */
export const exceptHandoff = act({
  name: 'handoffs/except-handoff',
  by: navigatingStaff,
  given: Exception,
  refusals: exceptionObstacleWords,
  async do(unit, { referralId, reason, note }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    const model = await modelInForce(unit.tx, unit.now)
    const known = choicesOf(model.reasons.body, 'handoff_miss').some(({ code }) => code === reason)
    const because = [
      ...(handoffLifecycle.allows(handoff.state, 'except') ? [] : (['not_open'] as const)),
      ...(known ? [] : (['reason_unknown'] as const)),
    ]
    if (because.length > 0) return refused(because)
    saveHandoff(unit, handoff, {
      state: handoffLifecycle.next(handoff.state, 'except'),
      endedAt: unit.now,
      exceptionReason: reason,
      exceptionNote: note,
    })
    unit.record('handoff.excepted', subjectOf(referral), { reason })
    return done({ id: referral.id })
  },
})
