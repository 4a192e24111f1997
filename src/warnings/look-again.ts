import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { receiveConcern } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { dayReaders } from './policy.ts'
import { nextOn, outcomes, type Reassessment } from './reassessment.ts'
import { holdReassessment, saveLook } from './reassessment-store.ts'
import { reassessingWords } from './words.ts'
import { workOnStudent } from './work-on-student.ts'

/** It has got worse: triage decides, as of every concern. */
const raise = (unit: Unit, held: Reassessment, { observed, today }: { observed: string; today: string }) =>
  receiveConcern(unit, {
    schoolId: held.schoolId,
    studentId: held.studentId,
    source: 'staff',
    reporterId: unit.actor.personId,
    observed,
    observedOn: today,
    urgency: 'this_week',
  })

/**
 * Somebody looked again at a student on the list: how it stands, and the next look. What got worse goes to
 * triage as a concern [R010].
 */
export const lookAgain = act({
  name: 'warnings/look-again',
  by: dayReaders,
  given: z.object({
    studentId: id,
    outcome: choice(outcomes, 'Choose how it stands'),
    observed: optionalText(1000),
  }),
  refusals: reassessingWords,
  async do(unit, { studentId, outcome, observed }) {
    await workOnStudent(unit, studentId)
    const held = await holdReassessment(unit, studentId)
    if (held === undefined) return refused(['not_on_it'])
    if (outcome === 'worse' && !observed) return refused(['observed_missing'])
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    saveLook(unit, held, { outcome, next: nextOn(today, held.everyDays) })
    unit.record('reassessment.looked', { type: 'reassessment', id: held.id, studentId }, { outcome })
    if (outcome === 'worse') await raise(unit, held, { observed: observed ?? '', today })
    return done({ studentId })
  },
})
