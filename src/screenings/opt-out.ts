import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id } from '#platform/given.ts'
import { insertOptOut } from './opt-out-store.ts'
import { studentReaders } from './policy.ts'
import { optOutWords } from './words.ts'
import { workOnStudent } from './work-on-student.ts'

/** A family does not want a student screened: from now on no file of any round may name them [R006]. */
export const optOut = act({
  name: 'screenings/opt-out',
  by: studentReaders,
  given: z.object({ studentId: id, saidOn: day }),
  refusals: optOutWords,
  fields: { day_ahead: 'saidOn' },
  async do(unit, { studentId, saidOn }) {
    await workOnStudent(unit, studentId)
    if (saidOn > dayOf(await calendarOf(unit.tx), unit.now)) return refused(['day_ahead'])
    const optOutId = await insertOptOut(unit, studentId, saidOn)
    if (optOutId === undefined) return refused(['out_already'])
    const subject = { type: 'screening_opt_out', id: optOutId, studentId }
    unit.record('screening_opt_out.recorded', subject, { said_on: saidOn })
    return done({ studentId })
  },
})
