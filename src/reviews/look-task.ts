import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayFinish, opensCare, reviewers } from './policy.ts'
import { findTask } from './task-store.ts'

/** What a review gave somebody to do. */
export const lookTask = look({
  name: 'reviews/task',
  by: reviewers,
  given: z.object({ taskId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { taskId }) {
    const task = (await findTask(view.tx, view.actor, taskId)) ?? notFound()
    view.permit(mayFinish(view.actor, task))
    view.saw({ type: 'review_task', id: task.id, studentId: task.studentId })
    const calendar = await calendarOf(view.tx)
    return {
      task,
      opensCare: opensCare(view.actor),
      today: dayOf(calendar, view.now),
      timeZone: calendar.timeZone,
      now: view.now,
    }
  },
})
export type SeenReviewTask = Awaited<ReturnType<typeof lookTask.see>>
