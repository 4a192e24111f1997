import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { holdKeepers } from './policy.ts'
import { addRemoval } from './removal-store.ts'
import { recordClasses } from './request.ts'
import { studentsDue } from './retention-store.ts'
import { proposingWords } from './words.ts'

/** Proposes to remove what the schedule says of one class. Nothing is removed until somebody else agrees. */
export const proposeRemoval = act({
  name: 'records/propose-removal',
  by: holdKeepers,
  given: z.object({ recordClass: choice(recordClasses, 'Say which records') }),
  refusals: proposingWords,
  async do(unit, { recordClass }) {
    unit.permit(true)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const students = await studentsDue(unit.tx, { recordClass, today })
    if (students.length === 0) return refused(['nothing_due'])
    const removalId = addRemoval(unit, { recordClass, students })
    const subject = { type: 'record_removal', id: removalId, studentIds: students }
    unit.record('removal.proposed', subject, { recordClass, students: students.length })
    return done({ removalId })
  },
})
