import { z } from 'zod'
import { look } from '#access/look.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral } from '#referrals/contract.ts'
import { askers, mayAsk } from './policy.ts'
import { openEscalationsOf } from './store.ts'

/** The referral somebody asks the lead about. */
export const lookAsking = look({
  name: 'escalations/asking',
  by: askers,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { referralId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(mayAsk(view.actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const names = await studentNames(view.tx, [referral.studentId])
    const open = await openEscalationsOf(view.tx, referral.studentId)
    return {
      referral: { id: referral.id, number: referral.number, hasEnded: referral.endedAt !== null },
      studentName: names.get(referral.studentId) ?? '',
      openId: open.find((each) => each.referralId === referral.id)?.id,
    }
  },
})
export type SeenAsking = Awaited<ReturnType<typeof lookAsking.see>>
