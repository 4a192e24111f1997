import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { dayReaders } from './policy.ts'
import { holdReassessment, saveEnd } from './reassessment-store.ts'
import { reassessingWords } from './words.ts'
import { workOnStudent } from './work-on-student.ts'

/** A student is not looked at on a rhythm any more. */
export const stopReassessing = act({
  name: 'warnings/stop-reassessing',
  by: dayReaders,
  given: z.object({ studentId: id }),
  refusals: reassessingWords,
  async do(unit, { studentId }) {
    await workOnStudent(unit, studentId)
    const held = await holdReassessment(unit, studentId)
    if (held === undefined) return refused(['not_on_it'])
    saveEnd(unit, held)
    unit.record('reassessment.stopped', { type: 'reassessment', id: held.id, studentId })
    return done({ studentId })
  },
})
