import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role, schoolStaff } from '#access/roles.ts'
import { crisisContactsAt, decidersAt, isDecider } from '#concerns/contract.ts'
import { calendarOf, dayOf, findSchool } from '#district/contract.ts'
import { mayTell } from '#exceptions/contract.ts'
import { maySearchStudents, personNames, searchStudents } from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { stalledReaders } from '#referrals/contract.ts'
import { alertsOf, partOf } from './alert-store.ts'
import { type Incident, subjectOf } from './incident.ts'
import { afterwardsOf } from './afterwards-store.ts'
import { stalledBefore } from './stalled-store.ts'
import { contactsAt } from './contact-store.ts'
import { entriesOf } from './entry-store.ts'
import { type Entry, incidentRoles } from './entry.ts'
import { bareOf, endingFor, enteredInError } from './endings-page.ts'
import { pressesOf } from './having.ts'
import { peopleAt } from './people-at.ts'
import { peopleOf } from './people-of.ts'
import { daysOf } from './figures-store.ts'
import { repeatOf } from './repeat.ts'
import { repeatWithin } from './repeat-window.ts'
import { followsIncidents, mayFollow } from './policy.ts'
import { isHelpComing, rubricWaits } from './departures.ts'
import { levelNow } from './levels.ts'
import { blankOfRole, blanksOf } from './rules.ts'
import { caregiverDueAt } from './record.ts'
import { caregiverOwed, scriptOf } from './script.ts'
import { isToldLate } from './step-times.ts'
import { stepNow } from './steps.ts'
import { reportsFor } from './reports.ts'
import { findIncident } from './store.ts'
import { rubricFor } from './trained.ts'
import { treatingOf } from './treating.ts'
import { type Happened, happened, keptInstant, standardFor } from './write-entry.ts'

/** What the page shows last, by the order in which things were written down. */
const lastWritten = (incident: Incident, entries: readonly Entry[]): string =>
  entries.reduce((last, { id: own }) => (own > last ? own : last), incident.id)

/** The day of a crisis not long before; none where it was entered for the wrong student. */
async function repeatsOn(view: Viewing, { id: incidentId, endedAs }: Incident): Promise<string | null> {
  if (endedAs === 'another_student') return null
  return repeatOf(await daysOf(view.tx, incidentId), await repeatWithin(view)) ?? null
}

/**
 * Who treats the student, and what the family agreed that they hear; null where nobody is on record,
 * undefined for whoever may not know.
 */
async function treatingFor(view: Viewing, { studentId }: Incident) {
  if (!view.knows('clinical_responsibility')) return undefined
  const treating = await treatingOf(view, studentId)
  if (treating === undefined) return null
  const { holderName, agencyName, crossing } = treating
  const agreed = crossing.allowed ? crossing.items : []
  return { holderName, agencyName, agreed: view.knows('consent') ? agreed : undefined }
}

/** What was written down, what is blank, and whom forms offer. */
async function writtenIn(view: Viewing, incident: Incident, entries: readonly Entry[]) {
  const { tx, actor, now } = view
  const { schoolId, ownerId, state } = incident
  const { body: standard } = await standardFor(view, entries)
  const treating = await treatingFor(view, incident)
  const isTreated = treating !== undefined && treating !== null
  const blanks = state === 'closed' ? [] : blanksOf({ incident, entries, standard, isTreated })
  const names = await personNames(tx, [ownerId])
  const rubric = await rubricFor(view, incident, entries)
  const isRubricAsked = rubric.waits || rubricWaits({ entries, standard }) !== undefined
  return {
    entries,
    standard,
    treating,
    caregiverDueAt: await caregiverDueAt(view, incident),
    repeatsOn: await repeatsOn(view, incident),
    today: dayOf(await calendarOf(tx), now),
    blanks,
    rubric,
    step: stepNow(blanks, { isHelpComing: isHelpComing(entries), isRubricAsked }),
    level: levelNow(entries) ?? null,
    nextRole: incidentRoles.find((role) => blanks.includes(blankOfRole[role])) ?? null,
    owner: { id: ownerId, name: names.get(ownerId) ?? '' },
    reader: actor.personId,
    seen: lastWritten(incident, entries),
    staff: (await peopleAt(view, incident)).map(({ id: personId, name }) => ({ id: personId, name })),
    numbers: await contactsAt(tx, { schools: [schoolId], now }),
  }
}

/** The time somebody writes down for, as the forms carry it; of a press after a session, its instant. */
const whenOf = ({ atTime, onDay, pressedAt }: Happened, now: Date) => ({
  when: {
    ...(keptInstant(pressedAt, now) !== undefined && { pressedAt: pressedAt as string }),
    ...(atTime !== undefined && { atTime }),
    ...(atTime !== undefined && onDay !== undefined && { onDay }),
  } as Record<string, string>,
})

/** What of the time after it whoever reads the incident may open. */
async function afterwards({ tx, actor: { role } }: Viewing, { id: incidentId }: Incident) {
  const { review, plan } = await afterwardsOf(tx, incidentId)
  return {
    drillStands: followsIncidents(role),
    reviewStands: review && followsIncidents(role),
    planStands: plan && (careTeam as readonly Role[]).includes(role),
  }
}

/** The stalled loops it was started from, for whoever may open them. */
const cameFrom = async (view: Viewing, { id: incidentId }: Incident): Promise<readonly string[]> =>
  (stalledReaders as readonly Role[]).includes(view.actor.role)
    ? stalledBefore(view.tx, view.actor, incidentId)
    : []

type Searched = { incident: Incident; mayRight: boolean; name: string | undefined }

/** Whether the reader may say who it is while nobody has, and whom they found by name. */
async function searchedIn(view: Viewing, { incident, mayRight, name = '' }: Searched) {
  const { studentId, drillId, state } = incident
  const isOpen = studentId === null && drillId === null && state !== 'closed'
  const mayName = isOpen && maySearchStudents(view.actor) && view.knows('identity')
  const asked = (mayName || mayRight) && name !== ''
  const found = asked ? await searchStudents(view.tx, view.actor, { typed: name }) : []
  return { mayName, search: name, found }
}

/** One incident as it happens: whom to call, what is owed now, who was told and when. */
export const incidentPage = look({
  name: 'crisis/incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    name: optionalText(80),
    /** The time of something that happened before and is written down now. */
    at: happened.atTime,
    day: happened.onDay,
    /** The instant of a press that came when nobody was signed in any more. */
    pressed: happened.pressedAt,
  }),
  shows: {
    for: 'crisis',
    whole: ['crisis'],
    parts: ['identity', 'contact_details', 'clinical_responsibility', 'consent', 'told_without_consent'],
  },
  async see(view, { incidentId, name, at: atTime, day: onDay, pressed: pressedAt }) {
    const { tx, actor, now } = view
    const record = (await findIncident(tx, actor, incidentId)) ?? notFound()
    if (!mayFollow(actor, record, await partOf(tx, incidentId))) notFound()
    view.permit(true)
    // Of what was entered for the wrong student only that it was is shown, to the few who must know.
    const isError = record.endedAs === 'another_student'
    const incident = isError ? bareOf(record) : record
    const alerts = isError ? [] : await alertsOf(tx, incidentId)
    const { studentId, schoolId } = incident
    const written = await writtenIn(view, incident, isError ? [] : await entriesOf(tx, incidentId))
    const ending = await endingFor(view, incident, written.entries)
    const searched = await searchedIn(view, { incident, mayRight: ending.mayRight, name })
    const studentIds = [...searched.found.map((student) => student.id), ...ending.names]
    view.saw({ ...subjectOf(record), ...(studentIds.length > 0 && { studentIds }) })
    const owed = incident.state === 'closed' ? [] : caregiverOwed(written, now)
    return {
      incident,
      ...written,
      ...whenOf({ atTime, onDay, pressedAt }, now),
      schoolName: (await findSchool(tx, schoolId))?.name ?? '',
      alerts,
      script: [...scriptOf(incident, alerts), ...owed],
      toldLate: isToldLate(written),
      ...pressesOf(actor, incident, alerts),
      contacts: await crisisContactsAt(tx, { schoolId, now }),
      mayOpenTriage: isDecider(actor.role, await decidersAt(view)),
      ...(await afterwards(view, incident)),
      ending,
      entered: isError ? await enteredInError(view, record) : null,
      cameFrom: await cameFrom(view, incident),
      reports: isError ? [] : await reportsFor(view, incident),
      mayTell: studentId !== null && mayTell(actor, { schoolId }),
      ...searched,
      ...(await peopleOf(view, incident, alerts)),
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})

export type IncidentData = Awaited<ReturnType<typeof incidentPage.see>>
