import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { openFollowUps } from './follow-up-store.ts'
import { planners } from './policy.ts'
import { openPlans } from './store.ts'

/** Incidents in tracking: plans that are not done, and contacts owed, the soonest first [R121] [R126]. */
export const lookPlans = look({
  name: 'returns/plans',
  by: planners,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['supports', 'identity'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const [plans, followUps] = [await openPlans(tx, actor), await openFollowUps(tx, actor)]
    const studentIds = [...new Set([...plans, ...followUps].map(({ studentId }) => studentId))]
    view.saw({ type: 'crisis_incident', id: null, studentIds })
    const names = await studentNames(tx, studentIds)
    const calendar = await calendarOf(tx)
    return {
      plans: plans.map((plan) => ({ ...plan, student: names.get(plan.studentId) ?? '' })),
      followUps,
      late: [...plans.map(({ nextDueAt }) => nextDueAt), ...followUps.map(({ dueAt }) => dueAt)].filter(
        (due) => due < now,
      ).length,
      calendar,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenPlans = Awaited<ReturnType<typeof lookPlans.see>>
