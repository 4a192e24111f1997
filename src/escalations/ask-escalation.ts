import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral } from '#referrals/contract.ts'
import { askForLead } from './open-escalation.ts'
import { askers, mayAsk } from './policy.ts'
import { askingWords } from './words.ts'

/** Somebody sees that a family does not get through, and does not wait for a clock to say so. */
export const askEscalation = act({
  name: 'escalations/ask-escalation',
  by: askers,
  given: z.object({ referralId: id, words: text(1000, 'Say what does not move') }),
  refusals: askingWords,
  async do(unit, { referralId, words }) {
    const referral = (await findReferral(unit.tx, unit.actor, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(mayAsk(unit.actor, referral), subject)
    if (referral.endedAt !== null) return refused(['has_ended'])
    const escalationId = await askForLead(unit, referral, words)
    return escalationId === undefined ? refused(['open_already']) : done({ escalationId })
  },
})
