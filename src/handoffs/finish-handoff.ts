import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import { navigatingStaff, type Referral, statusesOf } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { finishingFacts } from './finishing-facts.ts'
import type { Handoff } from './handoff.ts'
import { handoffLifecycle } from './lifecycle.ts'
import { obstaclesToFinishing } from './rules.ts'
import { sameDayOf } from './same-day.ts'
import { saveHandoff } from './store.ts'
import { finishingWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Finish = z.object({
  referralId: id,
  /** A code of the handoff_miss list: needed when the same day is over. */
  missReason: z.string().max(60).optional(),
})

/** A reason counts only when the district's list has it. */
async function knownReason(unit: Unit, code: string | undefined): Promise<string | undefined> {
  const model = await modelInForce(unit.tx, unit.now)
  return choicesOf(model.reasons.body, 'handoff_miss').find((item) => item.code === code)?.code
}

/** When the agency itself confirmed receipt, its word stands in the handoff. */
async function receiptOf(unit: Unit, referral: Referral, handoff: Handoff) {
  if (handoff.receiptAt !== null || referral.receivedAt === null) return {}
  const received = (await statusesOf(unit.tx, referral.id)).find(({ status }) => status === 'received')
  return { receiptAt: referral.receivedAt, receiptBy: received?.enteredByName ?? null }
}

/**
 * The handoff is complete: the family heard the four points and answered, the packet left, the agency has
 * it, a visit is booked, the way there is settled, the plan is in the family's hands [R052]. Kept or missed
 * is computed, not typed [R042].
 */
export const finishHandoff = act({
  name: 'handoffs/finish-handoff',
  by: navigatingStaff,
  given: Finish,
  refusals: finishingWords,
  async do(unit, { referralId, missReason }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    const [{ facts, calendar }, reason, receipt] = await Promise.all([
      finishingFacts(unit.tx, { referral, handoff, now: unit.now }),
      knownReason(unit, missReason),
      receiptOf(unit, referral, handoff),
    ])
    const because = obstaclesToFinishing({ ...facts, missReason: reason })
    if (because.length > 0) return refused(because)

    const finished = saveHandoff(unit, handoff, {
      ...receipt,
      state: handoffLifecycle.next(handoff.state, 'complete'),
      completedAt: unit.now,
      missReason: facts.late ? (reason ?? null) : null,
    })
    const { completion, firstAttempt, minutes } = sameDayOf(finished, calendar, unit.now)
    unit.record('handoff.completed', subjectOf(referral), { completion, firstAttempt, minutes })
    return done({ id: referral.id, completion, firstAttempt, minutes })
  },
})
