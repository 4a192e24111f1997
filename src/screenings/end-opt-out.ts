import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { holdOptOut, saveOptOutEnded } from './opt-out-store.ts'
import { studentReaders } from './policy.ts'
import { optOutWords } from './words.ts'
import { workOnStudent } from './work-on-student.ts'

/** The family changed its mind: the student is screened as others are. */
export const endOptOut = act({
  name: 'screenings/end-opt-out',
  by: studentReaders,
  given: z.object({ studentId: id }),
  refusals: optOutWords,
  async do(unit, { studentId }) {
    await workOnStudent(unit, studentId)
    const standing = await holdOptOut(unit, studentId)
    if (standing === undefined) return refused(['not_out'])
    saveOptOutEnded(unit, standing)
    unit.record('screening_opt_out.ended', { type: 'screening_opt_out', id: standing.id, studentId })
    return done({ studentId })
  },
})
