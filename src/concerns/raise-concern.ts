import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent, knowStudents } from '#people/contract.ts'
import { choice, day, id, optionalText, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { urgencies } from './concern.ts'
import { receiveConcern } from './receive-concern.ts'
import { type ActObstacle, actWords } from './words.ts'

/** What somebody on the staff saw, in their words. There is no field for a diagnosis [R001]. */
const Raised = z.object({
  studentId: id,
  observed: text(2000, 'Write what you saw or heard'),
  observedOn: day.optional(),
  setting: optionalText(200),
  schoolwork: optionalText(1000),
  health: optionalText(1000),
  urgency: choice(urgencies, 'Choose how urgent it feels'),
})

/** Whoever knows students by name raises a concern about a student of their schools. */
export const raiseConcern = act({
  name: 'concerns/raise-concern',
  by: knowStudents,
  unacknowledged: 'help',
  given: Raised,
  refusals: actWords,
  async do(unit, { studentId, ...said }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    if (student.schoolId === null) return refused<ActObstacle>(['no_school'])
    const concernId = await receiveConcern(unit, {
      ...emptiesLeftOut(said),
      studentId,
      schoolId: student.schoolId,
      source: 'staff',
      reporterId: unit.actor.personId,
    })
    return done({ concernId })
  },
})

type Said = Omit<z.output<typeof Raised>, 'studentId'>
const orNull = (typed: string | undefined) => (typed === undefined || typed === '' ? null : typed)
const emptiesLeftOut = ({ observed, urgency, observedOn, setting, schoolwork, health }: Said) => ({
  observed,
  urgency,
  observedOn: orNull(observedOn),
  setting: orNull(setting),
  schoolwork: orNull(schoolwork),
  health: orNull(health),
})
