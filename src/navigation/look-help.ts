import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral } from '#referrals/contract.ts'
import { aboutReferral } from './look-helps.ts'
import { helpReaders } from './policy.ts'
import { findHelp } from './store.ts'

/** One piece of practical help: what is needed, how it was arranged, what came of it. */
export const lookHelp = look({
  name: 'navigation/help',
  by: helpReaders,
  given: z.object({ helpId: id }),
  shows: { for: 'coordination', whole: ['identity', 'handoffs'] },
  async see(view, { helpId }) {
    const help = (await findHelp(view.tx, helpId)) ?? notFound()
    const referral = (await findReferral(view.tx, view.actor, help.referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    view.saw({ type: 'practical_support', id: help.id, studentId: help.studentId })
    return { ...(await aboutReferral(view, referral)), help }
  },
})
export type SeenHelpPage = Awaited<ReturnType<typeof lookHelp.see>>
