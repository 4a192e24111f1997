import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { crisisContactsAt, decidersAt, isDecider } from '#concerns/contract.ts'
import { calendarOf, findSchool } from '#district/contract.ts'
import { mayTell } from '#exceptions/contract.ts'
import {
  caregiversToContact,
  getStudentCard,
  maySearchStudents,
  personNames,
  searchStudents,
  studentName,
} from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertsOf } from './alert-store.ts'
import type { Alert, Incident } from './incident.ts'
import { mayFollow } from './policy.ts'
import { scriptOf } from './script.ts'
import { findIncident } from './store.ts'
import { nextToTell, peopleToTell } from './tell.ts'

type Person = { name: string; phone: string | null }
const reachable = ({ name, phone }: Person): Person => ({ name, phone })
/** Whoever is not to be contacted is never offered to call. */
const familyToCall = async ({ tx }: Viewing, studentId: string): Promise<Person[]> =>
  (await caregiversToContact(tx, studentId))
    .filter(({ contactRule }) => contactRule !== 'do_not_contact')
    .map(reachable)

/** Who an incident is about, who opened it, who leads, who is told next, and which family to call. */
async function peopleOf(
  view: Viewing,
  { studentId, schoolId, openedBy }: Incident,
  alerts: readonly Alert[],
) {
  const people = await peopleToTell(view, { schoolId, studentId })
  const names = await personNames(view.tx, [openedBy])
  const named = studentId !== null && view.knows('identity')
  const card = named ? await getStudentCard(view.tx, studentId) : null
  const callsFamily = card !== null && view.knows('contact_details')
  return {
    student: card === null ? null : { id: card.id, name: studentName(card) },
    openedBy: names.get(openedBy ?? '') ?? null,
    next: nextToTell(people, alerts)?.name ?? null,
    lead: people[0] === undefined ? null : reachable(people[0]),
    caregivers: callsFamily ? await familyToCall(view, card.id) : [],
  }
}

/** One incident as it happens: whom to call, what is owed now, who was told and when. */
export const incidentPage = look({
  name: 'crisis/incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id, name: optionalText(80) }),
  shows: { for: 'crisis', whole: ['crisis'], parts: ['identity', 'contact_details'] },
  async see(view, { incidentId, name }) {
    const { tx, actor, now } = view
    const incident = (await findIncident(tx, actor, incidentId)) ?? notFound()
    const alerts = await alertsOf(tx, incidentId)
    if (!mayFollow(actor, incident, alerts)) notFound()
    view.permit(true)
    const { studentId, schoolId } = incident
    const mayName = studentId === null && maySearchStudents(actor) && view.knows('identity')
    const found = mayName && name ? await searchStudents(tx, actor, { typed: name }) : []
    const studentIds = found.map((student) => student.id)
    view.saw({
      type: 'crisis_incident',
      id: incidentId,
      studentId,
      ...(studentIds.length > 0 && { studentIds }),
    })
    return {
      incident,
      schoolName: (await findSchool(tx, schoolId))?.name ?? '',
      alerts,
      script: scriptOf(incident, alerts),
      owesAnswer: alerts.some((alert) => alert.personId === actor.personId && alert.acknowledgedAt === null),
      contacts: await crisisContactsAt(tx, { schoolId, now }),
      mayOpenTriage: isDecider(actor.role, await decidersAt(view)),
      mayTell: studentId !== null && mayTell(actor, { schoolId }),
      mayName,
      search: name ?? '',
      found,
      ...(await peopleOf(view, incident, alerts)),
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})

export type IncidentData = Awaited<ReturnType<typeof incidentPage.see>>
