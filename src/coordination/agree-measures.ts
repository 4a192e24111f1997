import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { findStudent } from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { addMeasure, type Measure, measures } from '#supports/contract.ts'

const words = catalog({ en: { nothing_agreed: 'Say where at least one of the three stands today.' } })

const Agreed = z.object({
  studentId: id,
  attendance: optionalText(120),
  crisis_contacts: optionalText(120),
  engagement: optionalText(120),
})

/**
 * The care team agrees how progress is measured at school and at the agency, and where it stands today
 * [R081].
 */
export const agreeMeasures = act({
  name: 'coordination/agree-measures',
  by: careTeam,
  given: Agreed,
  refusals: words,
  async do(unit, { studentId, ...given }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const subject = { type: 'student', id: student.id, studentId: student.id }
    unit.permit(true, subject)
    const agreed = measures.flatMap((measure): { measure: Measure; baseline: string }[] => {
      const baseline = given[measure]
      return baseline === undefined || baseline === '' ? [] : [{ measure, baseline }]
    })
    if (agreed.length === 0) return refused(['nothing_agreed'])

    for (const each of agreed) await addMeasure(unit, { studentId, ...each })
    unit.record('measures.agreed', subject, { measures: agreed.map(({ measure }) => measure) })
    return done({ studentId })
  },
})
