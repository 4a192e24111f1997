import type { Viewing } from '#access/look.ts'
import { schoolsOfDistrict } from '#district/contract.ts'
import { maySearchStudents, studentNames } from '#people/contract.ts'
import { orMany } from '#platform/choosing.ts'
import type { MixUp } from './another-student.ts'
import { partOf } from './alert-store.ts'
import { endingWaits } from './ending.ts'
import { entriesOf } from './entry-store.ts'
import type { Entry } from './entry.ts'
import type { Incident } from './incident.ts'
import { passedOnFrom, rightedBy } from './passing-store.ts'
import { mayDecide, mayFollow } from './policy.ts'
import { findIncident } from './store.ts'

/** What the second person is asked: whether it was a mistake, or whether it is about another student. */
async function askedOf(view: Viewing, { what, how, words, personId, personName, studentId }: Entry) {
  const knows = studentId !== null && view.knows('identity')
  const names = knows ? await studentNames(view.tx, [studentId]) : new Map<string, string>()
  return {
    isMistake: what !== 'another_student',
    reason: words ?? '',
    mixUp: how as MixUp | null,
    /** Whom it is about in truth, as it was said; null while nobody knows, or the reader may not. */
    right: names.get(studentId ?? '') ?? null,
    name: personName ?? '',
    isTheirs: personId === view.actor.personId,
  }
}

/** How it may end otherwise, for whoever decides that; what waits for whom; and where it was passed on to. */
export async function endingFor(view: Viewing, incident: Incident, entries: readonly Entry[]) {
  const { tx, actor } = view
  const { id: incidentId, schoolId, studentId, state, drillId } = incident
  const open = state !== 'closed' && drillId === null
  const decides = open && mayDecide(actor, incident)
  const passedOn = await passedOnFrom(tx, incidentId)
  const waits = open ? endingWaits(entries) : undefined
  const others = decides && passedOn === null ? await schoolsOfDistrict(tx) : []
  return {
    decides,
    /** Whether they say that it is about another student: whoever does finds that one by name. */
    mayRight: decides && studentId !== null && maySearchStudents(actor) && view.knows('identity'),
    passedOn,
    waits: waits === undefined ? null : await askedOf(view, waits),
    /** Students whose name it says beside that of the incident. */
    names: waits?.studentId && view.knows('identity') ? [waits.studentId] : [],
    /** Null where they are too many for a list: then the name is typed. */
    schools: orMany(others.filter(({ id: each }) => each !== schoolId)),
  }
}

/** What is left of an incident that was entered for the wrong student: nothing that was written in it. */
export const bareOf = (incident: Incident): Incident => ({
  ...incident,
  studentId: null,
  decisionId: null,
  concernId: null,
  place: null,
  onPremises: null,
  servicesCalled: null,
})

/** That it was entered for the wrong student, why, who said so, and where it goes on. */
export async function enteredInError({ tx, actor }: Viewing, { id: incidentId }: Incident) {
  const said = (await entriesOf(tx, incidentId)).findLast(({ what }) => what === 'another_student')
  const nextId = await rightedBy(tx, incidentId)
  const next = nextId === undefined ? undefined : await findIncident(tx, actor, nextId)
  const follows = next !== undefined && mayFollow(actor, next, await partOf(tx, next.id))
  return {
    mixUp: (said?.how ?? 'said_wrong') as MixUp,
    saidBy: said?.enteredByName ?? '',
    second: said?.personName ?? null,
    goesOnIn: follows ? next.id : null,
  }
}
