import { classTimesOf } from '#classroom/contract.ts'
import type { Viewing } from '#access/look.ts'
import { type Consent, type Scope, type Standing, standingOf } from '#consent/contract.ts'
import { listPartners, obstaclesToChoosing } from '#directory/contract.ts'
import { calendarOf, dayOf, findSchool, schedulersAt } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { studentNames } from '#people/contract.ts'
import {
  findPacket,
  obstaclesToSending,
  offersOf,
  remindersOf,
  type Referral,
  sameWeekOf,
  sendingFacts,
} from '#referrals/contract.ts'
import {
  choicesOf,
  clockWords,
  getMustNotText,
  type KnownCode,
  type ListName,
  modelInForce,
} from '#standards/contract.ts'
import { caregiversToTalkWith } from './caregivers-to-talk-with.ts'
import { appointmentsOf, firstVisitOf } from './appointment-store.ts'
import type { Handoff } from './handoff.ts'
import { aboutHandoff } from './handoff-people-store.ts'
import { sameDayOf } from './same-day.ts'

type Opened = { referral: Referral; handoff: Handoff }

/** Agencies as the picker shows them, each with why it cannot be chosen, if so [R037]. */
export async function pickerOf({ tx, now }: Viewing, on: string) {
  const partners = await listPartners(tx)
  const lines = []
  for (const partner of partners) {
    const gate = await gateOf(tx, partner.id, on)
    const { route: _route, services: _services, ...shown } = partner
    lines.push({ ...shown, unavailable: [...obstaclesToChoosing(partner, now), ...gate.obstacles] })
  }
  return lines
}

export type Question = {
  readonly scope: Scope
  readonly is: Standing['is'] | 'later'
  readonly since: Date | null
  readonly consentId: string | null
}

/** Where each question stands, and which one is to be asked now. */
export function questionsNow(
  { referral, handoff }: Opened,
  at: { consents: readonly Consent[]; asked: readonly Scope[]; now: Date },
) {
  const questions = at.asked.map((scope): Question => {
    const standing = standingOf(at.consents, { scope, partnerId: referral.partnerId ?? '', now: at.now })
    if (standing.is === 'not_asked') {
      return {
        scope,
        is: handoff.questionsLater.includes(scope) ? 'later' : 'not_asked',
        since: null,
        consentId: null,
      }
    }
    return { scope, is: standing.is, since: standing.since, consentId: standing.consent.id }
  })
  return questions
}

/**
 * The question to ask now: the one that was asked for, else the first without an answer. After a no, none by
 * itself.
 */
export const askingNow = (
  questions: readonly Question[],
  { ask, ended }: { ask: string | undefined; ended: boolean },
): Scope | null =>
  questions.find(({ scope, is }) => scope === ask || (ask === undefined && is === 'not_asked' && !ended))
    ?.scope ?? null

/** The way the last answer was captured, so that the next question need not ask again. */
export const howLast = (consents: readonly Consent[], partnerId: string | null) => {
  const last = consents.findLast((consent) => consent.partnerId === partnerId)
  if (last === undefined) return null
  const { caregiverId, grantorName, method, witness, documentReference, language, interpreter, endsOn } = last
  return { caregiverId, grantorName, method, witness, documentReference, language, interpreter, endsOn }
}

/** The lists a person chooses from, in the words in force. */
export async function listsOf({ tx, now }: Viewing) {
  const { reasons } = await modelInForce(tx, now)
  const of = <L extends ListName>(list: L) =>
    choicesOf(reasons.body, list).map(({ code, label }) => ({
      code: code as KnownCode<L> | (string & {}),
      label: label.en,
    }))
  return {
    contactResults: of('contact_result'),
    barriers: of('barrier'),
    missReasons: of('handoff_miss'),
    declines: of('decline'),
  }
}

/** The district's words for what a call is refused by. */
export async function refusedBy({ tx, now }: Viewing) {
  const { body } = (await modelInForce(tx, now)).must_not
  return {
    sending: getMustNotText(body, 'send_before_consent'),
    finishing: getMustNotText(body, 'phone_number_as_handoff'),
  }
}

/** Everything about sending: what would leave, what stands in the way, and what is in place already. */
export async function sendingOf(view: Viewing, referral: Referral) {
  const { facts, partner, gate, preview } = await sendingFacts(view, referral)
  const obstacles = obstaclesToSending(facts)
  const packet = referral.sentAt === null ? undefined : await findPacket(view.tx, referral.id)
  return {
    consents: facts.consents,
    partner:
      partner === undefined
        ? null
        : {
            id: partner.id,
            name: partner.name,
            shortName: partner.shortName,
            contactName: partner.contactName,
            phone: partner.phone,
            address: partner.address,
            hours: partner.hours,
            routeKind: partner.route?.kind ?? null,
            routeAddress: partner.route?.address ?? null,
          },
    agreementEndsOn: gate?.agreement?.endsOn ?? null,
    signOffEndsOn: gate?.signOff?.endsOn ?? null,
    preview,
    obstacles,
    /** The route the packet left by, whatever the agency's route is today. */
    sentThrough: packet?.routeAddress ?? null,
  }
}

/** What is booked, what the agency offers, and by when the first visit is due. */
export async function visitsOfHandoff(view: Viewing, referral: Referral) {
  const calendar = await calendarOf(view.tx)
  const sameWeek = await sameWeekOf(view.tx, referral, calendar)
  return {
    appointments: await appointmentsOf(view.tx, referral.id),
    reminders: await remindersOf(view.tx, referral.id),
    first: (await firstVisitOf(view.tx, referral.id)) ?? null,
    offers: (await offersOf(view.tx, referral.id)).filter(({ appointmentId }) => appointmentId === null),
    sameWeekDueAt: sameWeek.dueAt,
    classTimes: await classTimesOf(view.tx, referral.studentId),
  }
}

/** The same-day clock, in words and as it is judged. */
export async function clockOf(view: Viewing, { handoff }: Opened) {
  const calendar = await calendarOf(view.tx)
  const words = clockWords(calendar, { dueAt: handoff.dueAt, now: view.now })
  return {
    ...words,
    sameDay: sameDayOf(handoff, calendar, view.now),
    timeZone: calendar.timeZone,
    today: dayOf(calendar, view.now),
  }
}

/** Whom the page speaks of. */
export async function peopleOf(view: Viewing, referral: Referral) {
  const names = await studentNames(view.tx, [referral.studentId])
  const about = await aboutHandoff(view.tx, referral.id)
  const school = await findSchool(view.tx, referral.schoolId)
  const on = dayOf(await calendarOf(view.tx), view.now)
  const [scheduler] = await schedulersAt(view.tx, { schools: [referral.schoolId], on })
  return {
    schedulerName: scheduler?.name ?? null,
    student: {
      id: referral.studentId,
      name: names.get(referral.studentId) ?? '',
      given: about.given,
      grade: about.grade,
    },
    schoolName: school?.name ?? '',
    navigatorName: about.navigatorName,
    leadName: about.leadName,
    decidedByName: about.decidedByName,
    caregivers: await caregiversToTalkWith(view.tx, referral),
  }
}
