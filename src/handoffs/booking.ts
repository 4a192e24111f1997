import { z } from 'zod'
import type { Unit } from '#access/unit.ts'
import { classTimesOf, cutInto, type Excuse, excuses, keepExcuse } from '#classroom/contract.ts'
import {
  addDisclosure,
  consentsForReferral,
  type Crossing,
  crossingNow,
  standingOf,
} from '#consent/contract.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { choice, choices, day, id, optionalText, text, ticked, timeOfDay, whole } from '#platform/given.ts'
import {
  addStatus,
  isLate,
  moveReferral,
  obstaclesToTelehealth,
  offersOf,
  planVisit,
  type ObstacleToTelehealth,
  type Referral,
  referralLifecycle,
  sameWeekOf,
  saveResult,
  settleReferral,
  takeOffer,
  visitKinds,
  visitModalities,
  visitsOf,
} from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { flexibilities } from './appointment.ts'
import { obstaclesToBooking, type ObstacleToBookingVisit } from './appointment-rules.ts'
import { noteBooking } from './appointment-store.ts'
import { orNull } from './given.ts'
import { subjectOf } from './work-on-handoff.ts'

/** A visit as a form gives it. */
export const visitGiven = {
  kind: choice(visitKinds, 'Say what kind of visit it is'),
  on: day,
  at: timeOfDay,
  minutes: whole(5, 480).default(60),
  place: text(160, 'Say where, or give the link'),
  modality: choice(visitModalities, 'Say how the visit is held'),
  /** For a visit by video: the student has a room where nobody hears. */
  privateSpace: ticked,
  withWhom: optionalText(120),
  flexible: choices(choice(flexibilities)),
  /** A code of the barrier list: needed when the visit lies after the same week. */
  lateReason: z.string().max(60).optional(),
  /** Why it lies in a time in which the student has to be in class: needed where it does [R168]. */
  classReason: z.preprocess((given) => (given === '' ? undefined : given), choice(excuses).optional()),
  /** The time the agency had offered, when it is one of those. */
  offerId: id.optional(),
}
const Given = z.object(visitGiven)
export type VisitToBook = z.output<typeof Given>

type Wanted = { referral: Referral; given: VisitToBook; replacesId: string | null }

async function judge(unit: Unit, { referral, given, replacesId }: Wanted) {
  const [calendar, model, visits, times, consents, crossing] = await Promise.all([
    calendarOf(unit.tx),
    modelInForce(unit.tx, unit.now),
    visitsOf(unit.tx, referral.id),
    classTimesOf(unit.tx, referral.studentId),
    // What is owed next follows from the family's answers.
    consentsForReferral(unit.tx, referral.id),
    crossingNow(unit.tx, { referral, scope: 'referral_disclosure', now: unit.now }),
  ])
  const reasons = choicesOf(model.reasons.body, 'barrier').map(({ code }) => code)
  const { lateAt } = await sameWeekOf(unit.tx, referral, calendar)
  const facts = {
    referral,
    shared: crossing.allowed,
    kind: given.kind,
    startsAt: instantAt(calendar, given.on, given.at),
    lateAt,
    lateReason: reasons.find((code) => code === given.lateReason),
    cutsIntoClass: cutInto(times, given).length > 0,
    classReason: given.classReason,
    replaced: replacesId === null ? undefined : (visits.find(({ id }) => id === replacesId) ?? null),
    open: visits.filter(({ id, result }) => result === null && id !== replacesId),
    now: unit.now,
  }
  const { partnerId } = referral
  const video =
    partnerId !== null && standingOf(consents, { scope: 'telehealth', partnerId, now: unit.now }).is
  const byVideo = obstaclesToTelehealth({ ...given, agreed: video === 'in_force' })
  return { facts, crossing, because: [...obstaclesToBooking(facts), ...byVideo] }
}

/**
 * The agency hears of the visit on the family's yes to the referral; the row says so. The family chose it in
 * that conversation, so it needs no item of the agreement, and care that has begun goes on while a sign-off
 * is waited for: see docs/decisions.
 */
function crossToPartner(unit: Unit, referral: Referral, crossing: Crossing): void {
  if (!crossing.allowed) throw new Error('Judged bookable without consent')
  const { consentId } = crossing
  const { id: referralId, studentId, partnerId } = referral
  addDisclosure(unit, {
    referralId,
    studentId,
    partnerId: partnerId as string,
    consentId,
    direction: 'to_partner',
    items: ['appointment'],
    purpose: 'referral_and_follow_up',
  })
}

/**
 * The referral goes on to scheduled where it may; during the call, before the agency answered, only what is
 * owed moves.
 */
async function follow(unit: Unit, referral: Referral): Promise<void> {
  const scheduledAt = referral.scheduledAt ?? unit.now
  if (referralLifecycle.allows(referral.state, 'schedule')) {
    await moveReferral(unit, { referral, act: 'schedule', changes: { scheduledAt } })
  } else {
    await settleReferral(unit, { ...referral, scheduledAt })
  }
}

type Kept = Wanted & { startsAt: Date; late: boolean; lateReason: string | null; excuse: Excuse | undefined }

/** The row of the visit, and the row of the one it moves; a missed one keeps its result [R083]. */
async function keepVisit(
  unit: Unit,
  { referral, given, replacesId, startsAt, lateReason, excuse: reason }: Kept,
): Promise<{ appointmentId: string; reminderId: string }> {
  const { id: referralId, studentId } = referral
  const partnerId = referral.partnerId as string
  if (replacesId !== null && (await saveResult(unit, replacesId, 'rescheduled'))) {
    unit.record('appointment.rescheduled', subjectOf(referral), { appointmentId: replacesId })
  }
  const { kind, minutes, place, modality, privateSpace } = given
  const visit = {
    id: unit.id(),
    referralId,
    studentId,
    partnerId,
    kind,
    minutes,
    place,
    modality,
    privateSpace,
    replacesId,
  }
  const row = { ...visit, startsAt, lateReason, withWhom: orNull(given.withWhom) }
  const reminderId = await planVisit(unit, row, subjectOf(referral))
  if (reason !== undefined) keepExcuse(unit, { appointmentId: visit.id, studentId, partnerId, reason })
  if (given.flexible.length > 0) noteBooking(unit, visit.id, given.flexible)
  return { appointmentId: visit.id, reminderId }
}

/** One of the times the agency had offered this family is taken. */
async function takeOffered(unit: Unit, { referral, given }: Kept, appointmentId: string): Promise<void> {
  const { offerId } = given
  if (offerId === undefined) return
  const offered = (await offersOf(unit.tx, referral.id)).some(({ id: one }) => one === offerId)
  if (!offered || !(await takeOffer(unit, offerId, appointmentId))) return
  unit.record('referral.offer_taken', subjectOf(referral), { offerId, appointmentId })
}

/**
 * Books a visit in the same conversation: the school's tracker and the agency's schedule show it at once
 * [R048]. A visit that is moved keeps its own row, and one that was missed stays missed [R083].
 * @returns every obstacle, or the visit and its reminder, and whether it is later than the same week
 */
export async function book(
  unit: Unit,
  wanted: Wanted,
): Promise<
  | { because: (ObstacleToBookingVisit | ObstacleToTelehealth)[] }
  | { appointmentId: string; reminderId: string; late: boolean }
> {
  const { facts, crossing, because } = await judge(unit, wanted)
  if (because.length > 0) return { because }

  const { referral, given, replacesId } = wanted
  const { startsAt } = facts
  const late = isLate(facts)
  const excuse = facts.cutsIntoClass ? facts.classReason : undefined
  const kept = { ...wanted, startsAt, late, lateReason: late ? (facts.lateReason ?? null) : null, excuse }
  const { appointmentId, reminderId } = await keepVisit(unit, kept)
  await takeOffered(unit, kept, appointmentId)
  addStatus(unit, referral, { status: 'scheduled', source: 'school_confirmed' })
  crossToPartner(unit, referral, crossing)
  await follow(unit, referral)
  const said = { kind: given.kind, startsAt: startsAt.toISOString(), late, replacesId }
  unit.record('appointment.booked', subjectOf(referral), { appointmentId, ...said })
  return { appointmentId, reminderId, late }
}
