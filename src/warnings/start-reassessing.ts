import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id, text, whole } from '#platform/given.ts'
import { dayReaders } from './policy.ts'
import { nextOn } from './reassessment.ts'
import { insertReassessment } from './reassessment-store.ts'
import { reassessingWords } from './words.ts'
import { workOnStudent } from './work-on-student.ts'

/** A student most at risk of slipping away is looked at again on a rhythm, from now on [R010]. */
export const startReassessing = act({
  name: 'warnings/start-reassessing',
  by: dayReaders,
  given: z.object({
    studentId: id,
    everyDays: whole(7, 120),
    reason: text(300, 'Say why'),
  }),
  refusals: reassessingWords,
  async do(unit, { studentId, everyDays, reason }) {
    const { schoolId } = await workOnStudent(unit, studentId)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const given = { studentId, schoolId, everyDays, nextOn: nextOn(today, everyDays), reason }
    const added = await insertReassessment(unit, given)
    if (added === undefined) return refused(['on_it_already'])
    unit.record('reassessment.started', { type: 'reassessment', id: added, studentId }, { everyDays })
    return done({ studentId })
  },
})
