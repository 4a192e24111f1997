import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayFinish, reviewers } from './policy.ts'
import { taskOutcomes } from './review.ts'
import { holdTask, saveFinished } from './task-store.ts'
import { finishingWords } from './words.ts'

/** What a review gave somebody to do is done, not needed any more, or was not possible. */
export const finishTask = act({
  name: 'reviews/finish-task',
  by: reviewers,
  given: z.object({ taskId: id, outcome: choice(taskOutcomes) }),
  refusals: finishingWords,
  async do(unit, { taskId, outcome }) {
    const task = (await holdTask(unit, taskId)) ?? notFound()
    const subject = { type: 'review_task', id: task.id, studentId: task.studentId }
    unit.permit(mayFinish(unit.actor, task), subject)
    if (task.finishedAt !== null) return refused(['finished_already'])
    saveFinished(unit, task, outcome)
    unit.record('review_task.finished', subject, { outcome })
    return done({ taskId })
  },
})
