import type { Unit } from '#access/unit.ts'
import { consentsForReferral, isMinorConsented } from '#consent/contract.ts'
import { supportAlertWaits } from '#alerts/contract.ts'
import { noticeWaitsFor } from '#carenotices/contract.ts'
import { waitsForAnswer } from '#crisis/contract.ts'
import { calendarOf, dayOf, endOfCalendarDay, type SchoolCalendar } from '#district/contract.ts'
import { waitsForMoving } from '#escalations/contract.ts'
import { codeEnds, findGuestLink, guestLinkWaits } from '#guests/contract.ts'
import { findLink, waits } from '#people/contract.ts'
import { familyDefault, staffDefault } from './choice.ts'
import { findChoice } from './choice-store.ts'
import type { Told } from './content.ts'
import type { Message } from './message.ts'
import { findCaregiverReader, findPersonReader, sentLately } from './reader-store.ts'
import type { Reader } from './rules.ts'
import { isStopped } from './stop-store.ts'
import { findVisit, isUnread, waitingFor } from './subject-store.ts'

/** Makes the mark of a phone; undefined for what takes no texts. */
export type MarkOf = (number: string) => string | undefined

/** What is so at the moment of sending. Nobody is there to be written to where there is no reader. */
export type Facts = {
  needed: boolean
  reader: Reader | undefined
  told: Told
  uselessFrom: Date | null
}
type Asking = { calendar: SchoolCalendar; markOf: MarkOf }

/** A phone texts can go to, and whether STOP was answered from it. */
async function phoneOf({ tx }: Unit, phone: string | null, markOf: MarkOf) {
  const mark = phone === null ? undefined : markOf(phone)
  return { phone: mark === undefined ? null : phone, stopped: await isStopped(tx, mark) }
}

async function staffReader(unit: Unit, personId: string, markOf: MarkOf): Promise<Reader | undefined> {
  const found = await findPersonReader(unit.tx, personId)
  if (found === undefined) return undefined
  const choice = (await findChoice(unit.tx, personId)) ?? staffDefault
  return { ...found, choice, ...(await phoneOf(unit, found.phone, markOf)) }
}

/** Whether the news of an alert still waits for this person. */
function alertWaits(
  { tx, now }: Unit,
  { cause, subjectId, madeAt }: Message,
  personId: string,
): Promise<boolean> {
  if (cause === 'crisis.told') return waitsForAnswer(tx, { incidentId: subjectId, personId })
  if (cause === 'escalation.told')
    return waitsForMoving(tx, { escalationId: subjectId, personId, since: madeAt })
  if (cause === 'care_notice.told') return noticeWaitsFor(tx, { noticeId: subjectId, personId, now })
  if (cause === 'support_alert.told') return supportAlertWaits(tx, { alertId: subjectId, personId })
  return isUnread(tx, { personId, kind: cause, subjectId })
}

/** What a message to somebody who signs in follows from, as it is now. */
async function staffFacts(unit: Unit, message: Message, { calendar, markOf }: Asking): Promise<Facts> {
  const { tx, now } = unit
  const personId = message.personId as string
  const reader = await staffReader(unit, personId, markOf)
  if (message.kind !== 'digest')
    return { needed: await alertWaits(unit, message, personId), reader, told: {}, uselessFrom: null }
  // The digest of a day is of no use on the next one, which has its own.
  const dayEnds = endOfCalendarDay(calendar, dayOf(calendar, message.madeAt))
  const waiting = await waitingFor({ tx, now }, personId)
  const needed = waiting.count > 0 && reader?.choice.digest !== false
  return { needed, reader, told: { waiting }, uselessFrom: dayEnds }
}

async function familyReader(
  unit: Unit,
  { caregiverId, id }: Message,
  about: { studentId: string; studentAlone: boolean; markOf: MarkOf },
): Promise<Reader | undefined> {
  const { tx } = unit
  const caregiver = { caregiverId: caregiverId as string, studentId: about.studentId }
  const found = await findCaregiverReader(tx, caregiver)
  if (found === undefined) return undefined
  const { contactRule, contactHours, near, ...reached } = found
  const lately = await sentLately(unit, { caregiverId: caregiver.caregiverId, but: id })
  return {
    ...reached,
    choice: (await findChoice(tx, caregiver.caregiverId)) ?? familyDefault,
    ...(await phoneOf(unit, found.phone, about.markOf)),
    family: {
      contactRule,
      hoursInWords: contactHours !== null && contactHours.trim() !== '',
      keptAway: !near,
      studentAlone: about.studentAlone,
      lately,
    },
  }
}

/** What a reminder to a family follows from: the visit as it stands, and how they are reached safely. */
async function familyFacts(unit: Unit, message: Message, { markOf }: Asking): Promise<Facts> {
  const { tx, now } = unit
  const visit = await findVisit(tx, { id: message.subjectId, now })
  if (visit === undefined) return { needed: false, reader: undefined, told: {}, uselessFrom: null }
  const studentAlone = isMinorConsented(await consentsForReferral(tx, visit.referralId))
  const reader = await familyReader(unit, message, { studentId: visit.studentId, studentAlone, markOf })
  const told = reader?.choice.withTime === true ? { startsAt: visit.startsAt } : {}
  return { needed: visit.open, reader, told, uselessFrom: visit.startsAt }
}

/** What a link follows from: whether it still waits for its caregiver, who is reached as they are now. */
async function linkFacts(unit: Unit, message: Message, { markOf }: Asking): Promise<Facts> {
  const link = await findLink(unit.tx, message.subjectId)
  if (link === undefined) return { needed: false, reader: undefined, told: {}, uselessFrom: null }
  const { studentId, expiresAt } = link
  // A link that asks about care the student agreed to alone holds no more.
  const reader = await familyReader(unit, message, { studentId, studentAlone: false, markOf })
  return { needed: waits(link, unit.now), reader, told: {}, uselessFrom: expiresAt }
}

/**
 * What a link for an agency, or the code to it, follows from: whether the link is open to whom it is for. Who
 * answers by link is written to by both ways they were registered with.
 */
async function guestFacts(unit: Unit, message: Message, { markOf }: Asking): Promise<Facts> {
  const link = await findGuestLink(unit, message.subjectId)
  const found = await staffReader(unit, message.personId as string, markOf)
  if (link === undefined || found === undefined)
    return { needed: false, reader: undefined, told: {}, uselessFrom: null }
  const reader = { ...found, choice: { ...staffDefault, text: true } }
  const uselessFrom = message.kind === 'guest_code' ? codeEnds(message.madeAt) : link.expiresAt
  return { needed: guestLinkWaits(link, unit.now), reader, told: {}, uselessFrom }
}

const finders = {
  alert: staffFacts,
  digest: staffFacts,
  reminder: familyFacts,
  link: linkFacts,
  guest_link: guestFacts,
  guest_code: guestFacts,
}

/** Everything a message is judged by and worded from, as it is now. */
export async function factsOf(
  unit: Unit,
  message: Message,
  markOf: MarkOf,
): Promise<Facts & { calendar: SchoolCalendar }> {
  const calendar = await calendarOf(unit.tx)
  return { ...(await finders[message.kind](unit, message, { calendar, markOf })), calendar }
}
