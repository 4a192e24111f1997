import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, findSchool, instantAt, listSchools } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { id, optionalText, timeOfDay, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { openIncident } from './open-incident.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

const orNull = (typed: string | undefined) => (typed === undefined || typed === '' ? null : typed)

/** The school it happens at: the student's, the one that was chosen, or the only one there is. */
async function schoolOf(
  unit: Unit,
  given: { schoolId?: string | undefined; studentSchoolId: string | null },
) {
  const chosen = given.schoolId ?? given.studentSchoolId
  if (chosen !== null && chosen !== undefined) {
    const school = await findSchool(unit.tx, chosen)
    return school !== undefined && coversSchool(unit.actor, chosen) ? chosen : notFound()
  }
  const mine = (await listSchools(unit.tx)).filter((school) => coversSchool(unit.actor, school.id))
  return mine.length === 1 ? mine[0]?.id : undefined
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
  given: z.object({
    schoolId: id.optional(),
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
    })
    if (schoolId === undefined) return refused<CrisisObstacle>(['school_missing'])
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
