import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { holdTasksOwnedBy, saveOwner } from './task-store.ts'

/** What somebody left at a school: of every student, or of some. */
type Left = { from: string; schoolId: string; students: readonly string[] | null }

/**
 * Gives every open task of a review that somebody owns at a school to another owner. The caller asked
 * permission; each leaves its own trace, and the new owner is told.
 * @returns how many
 */
export async function passTasks(
  unit: Unit,
  { from, to, schoolId, students }: Left & { to: string },
): Promise<number> {
  const tasks = await holdTasksOwnedBy(unit, { owner: from, school: schoolId, students })
  for (const task of tasks) {
    saveOwner(unit, task, to)
    const subject = { type: 'review_task', id: task.id, studentId: task.studentId }
    unit.record('review_task.given', subject, { from, to })
    insertNotice(unit, { personId: to, kind: 'review_task.given', subject })
  }
  return tasks.length
}
