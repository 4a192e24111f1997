import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findFollowUp } from './follow-up-store.ts'
import { subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { findPlan } from './store.ts'

/** One contact after a crisis: whom somebody gets in touch with, by when, and what came of it. */
export const lookFollowUp = look({
  name: 'returns/follow-up',
  by: planners,
  given: z.object({ followUpId: id }),
  shows: { for: 'coordination', whole: ['supports', 'identity'] },
  async see(view, { followUpId }) {
    const { tx, actor, now } = view
    const followUp = (await findFollowUp(tx, actor, followUpId)) ?? notFound()
    view.permit(true)
    view.saw(subjectOf(followUp))
    const calendar = await calendarOf(tx)
    const hasPlan = (await findPlan(tx, actor, followUp.incidentId)) !== undefined
    return { followUp, hasPlan, calendar, timeZone: calendar.timeZone, now }
  },
})
export type SeenFollowUpPage = Awaited<ReturnType<typeof lookFollowUp.see>>
