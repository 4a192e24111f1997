import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { choice, day, id, text, timeOfDay } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { correctable, obstaclesToCorrecting } from './correction-rules.ts'
import { addCorrection } from './correction-store.ts'
import { saveHandoff } from './store.ts'
import { correctionObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Correction = z.object({
  referralId: id,
  field: choice(correctable, 'Say which time is wrong'),
  on: day,
  at: timeOfDay,
  reason: text(200, 'Say why it is changed'),
})

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
    const judged = { handoff, sentAt: referral.sentAt, field, became, now: unit.now }
    const because = obstaclesToCorrecting(judged)
    if (because.length > 0) return refused(because)
    const was = handoff[field] as Date
    await addCorrection(unit, referral, { field, was, became, reason })
    saveHandoff(unit, handoff, { [field]: became })
    unit.record('handoff.corrected', subjectOf(referral), {
      field,
      was: was.toISOString(),
      became: became.toISOString(),
    })
    return done({ id: referral.id })
  },
})
