import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { entriesTold } from '#exceptions/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, id, optionalText, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { partOf } from './alert-store.ts'
import { entriesOf } from './entry-store.ts'
import { type Incident, subjectOf } from './incident.ts'
import { waysKnown } from './known-by.ts'
import { mayFollow } from './policy.ts'
import { holdIncident, saveIncident } from './store.ts'
import { tellOutside } from './tell-outside.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

const kept = (typed: string | undefined, before: string | null) =>
  typed === undefined || typed === '' ? before : typed

/** What was told before anybody knew who it is about stands in the ledger of the student from now on. */
async function tellNow(unit: Unit, incident: Incident, studentId: string) {
  const told = await entriesTold(unit.tx, { incidentId: incident.id, studentId })
  for (const entry of await entriesOf(unit.tx, incident.id))
    if (!told.has(entry.id)) await tellOutside(unit, incident, { entry })
}

/**
 * Whoever follows an incident adds what was not known at the start: the student, the place, the help
 * called.
 */
export const describeIncident = act({
  name: 'crisis/describe-incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    studentId: id.optional(),
    place: optionalText(120),
    onPremises: yesNo().optional(),
    knownBy: choice(waysKnown).optional(),
    servicesCalled: optionalText(200),
  }),
  refusals: obstacleWords,
  async do(unit, { incidentId, studentId, ...said }) {
    const incident = (await holdIncident(unit, incidentId)) ?? notFound()
    if (!mayFollow(unit.actor, incident, await partOf(unit.tx, incidentId))) notFound()
    unit.permit(true, subjectOf(incident))
    if (incident.drillId !== null && studentId !== undefined)
      return refused<CrisisObstacle>(['nobody_in_a_drill'])
    const student =
      studentId === undefined
        ? undefined
        : ((await findStudent(unit.tx, unit.actor, studentId)) ?? notFound())
    if (incident.state === 'closed') return refused<CrisisObstacle>(['closed'])
    if (student !== undefined && student.schoolId !== incident.schoolId)
      return refused<CrisisObstacle>(['another_school'])
    // What was told of one child would stand in the ledger of the other as well.
    if (student !== undefined && incident.studentId !== null && incident.studentId !== student.id)
      return refused<CrisisObstacle>(['named_already'])
    const described = saveIncident(unit, {
      ...incident,
      studentId: student?.id ?? incident.studentId,
      place: kept(said.place, incident.place),
      onPremises: said.onPremises ?? incident.onPremises,
      knownBy: said.knownBy ?? incident.knownBy,
      servicesCalled: kept(said.servicesCalled, incident.servicesCalled),
    })
    if (student !== undefined) await tellNow(unit, described, student.id)
    const subject = subjectOf(described)
    unit.record(student === undefined ? 'crisis.described' : 'crisis.student_named', subject)
    return done({ incidentId })
  },
})
