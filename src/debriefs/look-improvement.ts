import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findImprovement } from './improvement-store.ts'
import { reviewers } from './policy.ts'

/** What somebody was given to improve after an incident. */
export const lookImprovement = look({
  name: 'debriefs/improvement',
  by: reviewers,
  given: z.object({ improvementId: id }),
  shows: { for: 'crisis', whole: ['crisis'] },
  async see(view, { improvementId }) {
    const improvement = (await findImprovement(view.tx, view.actor, improvementId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'improvement', id: improvement.id, studentId: improvement.studentId })
    const calendar = await calendarOf(view.tx)
    return { improvement, today: dayOf(calendar, view.now), timeZone: calendar.timeZone, now: view.now }
  },
})
export type SeenImprovementPage = Awaited<ReturnType<typeof lookImprovement.see>>
