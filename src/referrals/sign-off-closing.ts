import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { addSignOff, signOffsOf } from './closing-store.ts'
import { type ClosingObstacle, closingObstacleWords } from './closing-words.ts'
import { referralLifecycle } from './lifecycle.ts'
import { maySignOff } from './policy.ts'
import { holdReferral } from './store.ts'

/** The designated lead agrees that a high-need case ends without a connection. Without this it stays open. */
export const signOffClosing = act({
  name: 'referrals/sign-off-closing',
  by: ['designated_lead'],
  given: z.object({
    referralId: id,
    ending: choice(['alternative_plan', 'family_choice', 'moved'], 'Say which ending you agree to'),
  }),
  refusals: closingObstacleWords,
  async do(unit, { referralId, ending }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = subjectOf(referral)
    unit.permit(maySignOff(unit.actor, referral), subject)
    const before = await signOffsOf(unit.tx, referral.id)
    const obstacles: ClosingObstacle[] = [
      ...(referralLifecycle.ends(referral.state) ? (['already_ended'] as const) : []),
      ...(referral.highNeed ? [] : (['not_high_need'] as const)),
      ...(before.some((one) => one.ending === ending) ? (['already_signed'] as const) : []),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    addSignOff(unit, referral, ending)
    unit.record('referral.sign_off_given', subject, { ending })
    return done({ referralId })
  },
})
