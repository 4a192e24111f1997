import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role, schoolStaff } from '#access/roles.ts'
import { crisisContactsAt, decidersAt, isDecider } from '#concerns/contract.ts'
import { calendarOf, dayOf, findSchool, schoolsOfDistrict } from '#district/contract.ts'
import { mayTell } from '#exceptions/contract.ts'
import { maySearchStudents, personNames, searchStudents } from '#people/contract.ts'
import { orMany } from '#platform/choosing.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { stalledReaders } from '#referrals/contract.ts'
import { alertsOf } from './alert-store.ts'
import { type Incident, subjectOf } from './incident.ts'
import { afterwardsOf } from './afterwards-store.ts'
import { stalledBefore } from './stalled-store.ts'
import { contactsAt } from './contact-store.ts'
import { entriesOf } from './entry-store.ts'
import { type Entry, incidentRoles } from './entry.ts'
import { endingWaits } from './ending.ts'
import { pressesOf } from './having.ts'
import { peopleAt } from './people-at.ts'
import { peopleOf } from './people-of.ts'
import { daysOf } from './figures-store.ts'
import { repeatOf } from './repeat.ts'
import { repeatWithin } from './repeat-window.ts'
import { passedOnFrom } from './passing-store.ts'
import { followsIncidents, mayDecide, mayFollow } from './policy.ts'
import { isHelpComing, rubricWaits } from './departures.ts'
import { levelNow } from './levels.ts'
import { blankOfRole, blanksOf } from './rules.ts'
import { caregiverDueAt } from './record.ts'
import { caregiverOwed, scriptOf } from './script.ts'
import { isToldLate } from './step-times.ts'
import { stepNow } from './steps.ts'
import { findIncident } from './store.ts'
import { rubricFor } from './trained.ts'
import { treatingOf } from './treating.ts'
import { type Happened, happened, standardFor } from './write-entry.ts'

/** What the page shows last, by the order in which things were written down. */
const lastWritten = (incident: Incident, entries: readonly Entry[]): string =>
  entries.reduce((last, { id: own }) => (own > last ? own : last), incident.id)

/** What was written down, what is blank, and whom forms offer. */
async function writtenIn(view: Viewing, incident: Incident) {
  const { tx, actor, now } = view
  const { id: incidentId, schoolId, ownerId, state } = incident
  const entries = await entriesOf(tx, incidentId)
  const { body: standard } = await standardFor(view, entries)
  const blanks = state === 'closed' ? [] : blanksOf({ incident, entries, standard })
  const names = await personNames(tx, [ownerId])
  const rubric = await rubricFor(view, incident, entries)
  const isRubricAsked = rubric.waits || rubricWaits({ entries, standard }) !== undefined
  return {
    entries,
    standard,
    caregiverDueAt: await caregiverDueAt(view, incident),
    repeatsOn: repeatOf(await daysOf(tx, incidentId), await repeatWithin(view)) ?? null,
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

/** The time somebody writes down for, as the forms carry it. */
const whenOf = ({ atTime, onDay }: Happened) => ({
  when: {
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

/** How it may end otherwise, for whoever decides that; what waits for whom; and where it was passed on to. */
async function endingFor({ tx, actor }: Viewing, incident: Incident, entries: readonly Entry[]) {
  const { id: incidentId, schoolId, state, drillId } = incident
  const open = state !== 'closed' && drillId === null
  const decides = open && mayDecide(actor, incident)
  const passedOn = await passedOnFrom(tx, incidentId)
  const waits = open ? endingWaits(entries) : undefined
  const others = decides && passedOn === null ? await schoolsOfDistrict(tx) : []
  return {
    decides,
    passedOn,
    waits: waits === undefined ? null : { reason: waits.words ?? '', name: waits.personName ?? '' },
    isTheirs: waits !== undefined && waits.personId === actor.personId,
    /** Null where they are too many for a list: then the name is typed. */
    schools: orMany(others.filter(({ id: each }) => each !== schoolId)),
  }
}

/** The stalled loops it was started from, for whoever may open them. */
const cameFrom = async (view: Viewing, { id: incidentId }: Incident): Promise<readonly string[]> =>
  (stalledReaders as readonly Role[]).includes(view.actor.role)
    ? stalledBefore(view.tx, view.actor, incidentId)
    : []

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
  }),
  shows: {
    for: 'crisis',
    whole: ['crisis'],
    parts: ['identity', 'contact_details', 'clinical_responsibility', 'consent'],
  },
  async see(view, { incidentId, name, at: atTime, day: onDay }) {
    const { tx, actor, now } = view
    const incident = (await findIncident(tx, actor, incidentId)) ?? notFound()
    const alerts = await alertsOf(tx, incidentId)
    if (!mayFollow(actor, incident, alerts)) notFound()
    view.permit(true)
    const { studentId, schoolId } = incident
    const isDrill = incident.drillId !== null
    const mayName = studentId === null && !isDrill && maySearchStudents(actor) && view.knows('identity')
    const found = mayName && name ? await searchStudents(tx, actor, { typed: name }) : []
    const studentIds = found.map((student) => student.id)
    view.saw({ ...subjectOf(incident), ...(studentIds.length > 0 && { studentIds }) })
    const written = await writtenIn(view, incident)
    const owed = incident.state === 'closed' ? [] : caregiverOwed(written, now)
    return {
      incident,
      ...written,
      ...whenOf({ atTime, onDay }),
      schoolName: (await findSchool(tx, schoolId))?.name ?? '',
      alerts,
      script: [...scriptOf(incident, alerts), ...owed],
      toldLate: isToldLate(written),
      ...pressesOf(actor, incident, alerts),
      contacts: await crisisContactsAt(tx, { schoolId, now }),
      mayOpenTriage: isDecider(actor.role, await decidersAt(view)),
      ...(await afterwards(view, incident)),
      ending: await endingFor(view, incident, written.entries),
      cameFrom: await cameFrom(view, incident),
      mayTell: studentId !== null && mayTell(actor, { schoolId }),
      mayName,
      search: name ?? '',
      found,
      ...(await peopleOf(view, incident, alerts)),
      treating: await treatingFor(view, incident),
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})

export type IncidentData = Awaited<ReturnType<typeof incidentPage.see>>
