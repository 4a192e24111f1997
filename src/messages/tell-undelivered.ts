import type { Role } from '#access/roles.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, staffAt } from '#concerns/contract.ts'
import { goesEveryWay, type Message } from './message.ts'
import { noteReminder } from './note-reminder.ts'
import { isToldOtherwise } from './store.ts'
import { findVisit, placeOfSubject } from './subject-store.ts'

/** Who passes on what did not reach somebody else, in this order. */
const passingOn: readonly Role[] = [
  'crisis_lead',
  'designated_lead',
  'student_support_head',
  'district_head',
  'privacy_officer',
]

type About = { personId: string; studentId: string | null }

async function tell(unit: Unit, message: Message, { personId, studentId }: About): Promise<void> {
  const kind = 'message.undelivered'
  const subject = { type: message.subjectType, id: message.subjectId }
  insertNotice(unit, { personId, kind, subject })
  unit.record('undelivered.told', { ...subject, studentId }, { person: personId, message: message.id })
  await unit.tell(personTold, { personId, kind, subject })
}

/** Somebody else who answers for the school of the record, and is not kept from its student. */
async function standInFor(unit: Unit, { subjectId, personId }: Message): Promise<About | undefined> {
  const place = await placeOfSubject(unit.tx, subjectId)
  if (place === undefined || place.schoolId === null) return undefined
  const about = place.studentId === null ? [] : [place.studentId]
  const people = await staffAt(unit.tx, { schoolId: place.schoolId, about, now: unit.now, roles: passingOn })
  const person = people.find(({ id }) => id !== personId)
  return person && { personId: person.id, studentId: place.studentId }
}

/** A reminder that did not arrive is the navigator's again, and stands among the tries of the visit. */
export async function reminderFailed(unit: Unit, message: Message): Promise<void> {
  const visit = await findVisit(unit.tx, { id: message.subjectId, now: unit.now })
  if (visit === undefined || message.caregiverId === null) return
  await noteReminder(unit, message, 'not_delivered')
  const about = { personId: visit.navigatorId, studentId: visit.studentId }
  await tell(unit, { ...message, subjectType: 'referral', subjectId: visit.referralId }, about)
}

/**
 * A message that matters did not arrive, nor the same news another way: whoever owns the work is told, once.
 * What tells them that is tried as well; when it does not arrive either, it stands on their page and in the
 * log, and no more.
 */
export async function tellUndelivered(unit: Unit, message: Message): Promise<void> {
  if (message.kind === 'reminder') return reminderFailed(unit, message)
  if (message.cause === 'message.undelivered') return
  if (goesEveryWay(message) && (await isToldOtherwise(unit, message))) return
  const standIn = await standInFor(unit, message)
  if (standIn !== undefined) await tell(unit, message, standIn)
}
