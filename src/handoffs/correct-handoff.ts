import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { choice, day, id, text, timeOfDay } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { addCorrection } from './correction-store.ts'
import type { Handoff } from './handoff.ts'
import { saveHandoff } from './store.ts'
import { correctionObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

/** Times of a handoff that a person may put right. */
export const correctable = [
  'firstAttemptAt',
  'conversationAt',
  'receiptAt',
  'planGivenAt',
  'completedAt',
] as const
export type Correctable = (typeof correctable)[number]

const Correction = z.object({
  referralId: id,
  field: choice(correctable, 'Say which time is wrong'),
  on: day,
  at: timeOfDay,
  reason: text(200, 'Say why it is changed'),
})

type Judged = { handoff: Handoff; field: Correctable; became: Date; now: Date }
const obstacles = {
  nothing_to_correct: ({ handoff, field }) => handoff[field] === null,
  same_time: ({ handoff, field, became }) => handoff[field]?.getTime() === became.getTime(),
  not_happened_yet: ({ became, now }) => became > now,
  before_decision: ({ handoff, became }) => became < handoff.openedAt,
} satisfies Record<string, (judged: Judged) => boolean>
export type ObstacleToCorrecting = keyof typeof obstacles

/**
 * A time was written down wrong. Both values stay, with who changed it and why: nothing is back-dated in
 * silence [R054].
 */
export const correctHandoff = act({
  name: 'handoffs/correct-handoff',
  by: navigatingStaff,
  given: Correction,
  refusals: correctionObstacleWords,
  async do(unit, { referralId, field, on, at, reason }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    const became = instantAt(await calendarOf(unit.tx), on, at)
    const judged = { handoff, field, became, now: unit.now }
    const because = (Object.keys(obstacles) as ObstacleToCorrecting[]).filter((name) =>
      obstacles[name](judged),
    )
    if (because.length > 0) return refused(because)
    const was = handoff[field] as Date
    await addCorrection(unit, referral, { field, was, became, reason })
    await saveHandoff(unit, handoff, { [field]: became })
    unit.record('handoff.corrected', subjectOf(referral), {
      field,
      was: was.toISOString(),
      became: became.toISOString(),
    })
    return done({ id: referral.id })
  },
})
