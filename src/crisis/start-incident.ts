import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { findSchool, schoolChoice } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { asked, choose, isOpen } from '#platform/choosing.ts'
import { choice, day, id, timeOfDay, yesNo } from '#platform/given.ts'
import { waysKnown } from './known-by.ts'
import { openIncident } from './open-incident.ts'
import { happened, happenedAt } from './write-entry.ts'
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
    // One out of reach is none at all, and no reason to stop: the others are looked at.
    if (school !== undefined && coversSchool(unit.actor, chosen)) return chosen
  }
  const choosing = await choose(given.school, schoolChoice(unit.tx, unit.actor))
  const only = choosing.offered?.length === 1 ? choosing.offered[0] : undefined
  const meant = choosing.chosen ?? only
  return meant?.id ?? { missing: isOpen(choosing) ? 'school_unclear' : 'school_missing' }
}

/** Words as far as they fit: what is too long is cut, and stops nobody. */
const cut = (limit: number) =>
  z
    .string()
    .transform((typed) => typed.normalize('NFC').trim().slice(0, limit))
    .optional()
    .catch(undefined)

/**
 * Anybody on the staff starts an incident, with one press. Emergency help may have been called first [R106].
 * Nothing that was typed and no right to see a record stops it: what does not fit is asked for afterwards.
 */
export const startIncident = act({
  name: 'crisis/start-incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    schoolId: id.optional().catch(undefined),
    /** Its name as somebody typed it, who has too many schools for a list. */
    school: asked,
    studentId: id.optional().catch(undefined),
    place: cut(120),
    onPremises: yesNo().optional().catch(undefined),
    knownBy: choice(waysKnown).optional().catch(undefined),
    servicesCalled: cut(200),
    startedTime: timeOfDay.optional().catch(undefined),
    startedDay: day.optional().catch(undefined),
    happenedAt: happened.happenedAt,
    pressedAt: happened.pressedAt,
  }),
  refusals: obstacleWords,
  async do(
    unit,
    { studentId, startedTime: atTime, startedDay: onDay, happenedAt: kept, pressedAt, ...given },
  ) {
    unit.permit(true)
    const student = studentId === undefined ? undefined : await findStudent(unit.tx, unit.actor, studentId)
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
      knownBy: given.knownBy ?? null,
      servicesCalled: orNull(given.servicesCalled),
      startedAt: await happenedAt(unit, { atTime, onDay, happenedAt: kept, pressedAt }),
    })
    return done({ incidentId })
  },
})
