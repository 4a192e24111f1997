import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { type ConsentAnswered, consentsForReferral } from '#consent/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { settleReferral } from './move-referral.ts'
import { holdReferral } from './store.ts'

const task = 'referrals/settle-on-end'

/**
 * Follows consent/answered: at the instant the consent ends by its date, what is owed on the referral is
 * worked out anew, so that the family is asked and nobody waits for an agency that may tell nothing [R071].
 */
export async function settleWhenConsentEnds(unit: Unit, { referralId, yes }: ConsentAnswered): Promise<void> {
  if (!yes.includes('status_feedback')) return
  const ends = (await consentsForReferral(unit.tx, referralId))
    .filter(({ answers }) => answers.some(({ scope, answer }) => scope === 'status_feedback' && answer))
    .map(({ endsAt }) => endsAt.getTime())
  const at = new Date(Math.max(...ends))
  unit.enqueue({ task, payload: { referralId }, key: `${task}/${referralId}`, at })
}

/** Works out what is owed on an open referral, while nobody acts. Doing it twice is the same as once. */
export const settleOnEnd = act({
  name: 'referrals/settle-on-end',
  by: ['system'],
  given: z.object({ referralId: id }),
  async do(unit, { referralId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    unit.permit(true, subjectOf(referral))
    if (referral.endedAt === null) await settleReferral(unit, referral)
    unit.record('referral.next_step_settled', subjectOf(referral))
    return done({ referralId })
  },
})
