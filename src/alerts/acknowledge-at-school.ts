import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './alert.ts'
import { alertersAtSchool, mayAlertAtSchool } from './policy.ts'
import { findAlert, takeAlert } from './store.ts'
import { answeringWords } from './words.ts'

/** Somebody at the school says that they have an alert of an agency [R009]. */
export const acknowledgeAtSchool = act({
  name: 'alerts/acknowledge-at-school',
  by: alertersAtSchool,
  given: z.object({ studentId: id, alertId: id }),
  refusals: answeringWords,
  async do(unit, { studentId, alertId }) {
    const { tx, actor } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const alert = (await findAlert(tx, alertId)) ?? notFound()
    if (alert.studentId !== student.id) notFound()
    unit.permit(mayAlertAtSchool(actor, alert), subjectOf(alert))
    if (alert.direction !== 'to_school') return refused(['other_side'])
    if (!(await takeAlert(unit, alert.id))) return refused(['answered_already'])
    unit.record('alert.acknowledged', subjectOf(alert), { alertId })
    return done({ alertId })
  },
})
