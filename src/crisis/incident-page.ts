import { z } from 'zod'
import { look } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import { calendarOf, findSchool } from '#district/contract.ts'
import { caregiversOf, getStudentCard, personNames, searchStudents, studentName } from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertsOf } from './alert-store.ts'
import { mayFollow } from './policy.ts'
import { scriptOf } from './script.ts'
import { findIncident } from './store.ts'
import { nextToTell, peopleToTell } from './tell.ts'

/** One incident as it happens: whom to call, what is owed now, who was told and when. */
export const incidentPage = look({
  name: 'crisis/incident',
  by: schoolStaff,
  given: z.object({ incidentId: id, name: optionalText(80) }),
  async see(view, { incidentId, name }) {
    const { tx, actor, now } = view
    const incident = (await findIncident(tx, actor, incidentId)) ?? notFound()
    const alerts = await alertsOf(tx, incidentId)
    if (!mayFollow(actor, incident, alerts)) notFound()
    view.permit(true)
    const { studentId, schoolId } = incident
    const found = studentId === null && name ? await searchStudents(tx, actor, { typed: name }) : []
    const studentIds = found.map((student) => student.id)
    view.saw({ type: 'crisis_incident', id: incidentId, studentId, ...(studentIds.length > 0 && { studentIds }) })
    const people = await peopleToTell(view, schoolId)
    const names = await personNames(tx, [incident.openedBy])
    return {
      incident,
      schoolName: (await findSchool(tx, schoolId))?.name ?? '',
      student: studentId === null ? null : { id: studentId, name: studentName(await getStudentCard(tx, studentId)) },
      openedBy: names.get(incident.openedBy ?? '') ?? null,
      alerts,
      script: scriptOf(incident, alerts),
      next: nextToTell(people, alerts)?.name ?? null,
      owesAnswer: alerts.some((alert) => alert.personId === actor.personId && alert.acknowledgedAt === null),
      contacts: await crisisContactsAt(tx, { schoolId, now }),
      lead: people[0] === undefined ? null : { name: people[0].name, phone: people[0].phone },
      caregivers: studentId === null ? [] : (await caregiversOf(tx, studentId)).map((each) => ({ name: each.name, phone: each.phone, relationship: each.relationship })),
      search: name ?? '',
      found,
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})
