import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, findSchool, instantAt, schoolChoice } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { asked, choose, isOpen } from '#platform/choosing.ts'
import { id, optionalText, timeOfDay, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { openIncident } from './open-incident.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

const orNull = (typed: string | undefined) => (typed === undefined || typed === '' ? null : typed)

/**
 * The school it happens at: the one that was chosen, the student's, the one whose name was typed, or the only
 * one there is. Else what is missing.
 */
async function schoolOf(
  unit: Unit,
  given: { schoolId?: string | undefined; studentSchoolId: string | null; school?: string | undefined },
): Promise<string | { missing: CrisisObstacle }> {
  const chosen = given.schoolId ?? given.studentSchoolId
  if (chosen !== null && chosen !== undefined) {
    const school = await findSchool(unit.tx, chosen)
    return school !== undefined && coversSchool(unit.actor, chosen) ? chosen : notFound()
  }
  const choosing = await choose(given.school, schoolChoice(unit.tx, unit.actor))
  const only = choosing.offered?.length === 1 ? choosing.offered[0] : undefined
  const meant = choosing.chosen ?? only
  return meant?.id ?? { missing: isOpen(choosing) ? 'school_unclear' : 'school_missing' }
}

/** When it began: now, or the time given, of today; a time still to come is read as now. */
async function startOf(unit: Unit, time: string | undefined): Promise<Date> {
  if (time === undefined) return unit.now
  const calendar = await calendarOf(unit.tx)
  const at = instantAt(calendar, dayOf(calendar, unit.now), time)
  return at > unit.now ? unit.now : at
}

/**
 * Anybody on the staff starts an incident, with one press. Emergency help may have been called first
 * [R106].
 */
export const startIncident = act({
  name: 'crisis/start-incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    schoolId: id.optional(),
    /** Its name as somebody typed it, who has too many schools for a list. */
    school: asked,
    studentId: id.optional(),
    place: optionalText(120),
    onPremises: yesNo().optional(),
    servicesCalled: optionalText(200),
    startedTime: timeOfDay.optional(),
  }),
  refusals: obstacleWords,
  async do(unit, { studentId, startedTime, ...given }) {
    unit.permit(true)
    const student =
      studentId === undefined
        ? undefined
        : ((await findStudent(unit.tx, unit.actor, studentId)) ?? notFound())
    const schoolId = await schoolOf(unit, {
      schoolId: given.schoolId,
      studentSchoolId: student?.schoolId ?? null,
      school: given.school,
    })
    if (typeof schoolId !== 'string') return refused<CrisisObstacle>([schoolId.missing])
    const incidentId = await openIncident(unit, {
      schoolId,
      source: 'staff',
      studentId: student?.id ?? null,
      place: orNull(given.place),
      onPremises: given.onPremises ?? null,
      servicesCalled: orNull(given.servicesCalled),
      startedAt: await startOf(unit, startedTime),
    })
    return done({ incidentId })
  },
})
