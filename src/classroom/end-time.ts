import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayKeepTimes, timeKeepers } from './policy.ts'
import { classTimesOf, saveTimeEnded } from './store.ts'

/** A time of class holds no more. */
export const endTime = act({
  name: 'classroom/end-time',
  by: timeKeepers,
  given: z.object({ studentId: id, classTimeId: id }),
  async do(unit, { studentId, classTimeId }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const time =
      (await classTimesOf(unit.tx, student.id)).find((each) => each.id === classTimeId) ?? notFound()
    const subject = { type: 'class_time', id: time.id, studentId: student.id }
    unit.permit(mayKeepTimes(unit.actor, time), subject)
    saveTimeEnded(unit, time)
    unit.record('class_time.ended', subject)
    return done({ studentId })
  },
})
