import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff } from '#access/roles.ts'
import { observationsOf, timesAgreedWith } from '#classroom/contract.ts'
import { noteView, readableItems } from '#consent/contract.ts'
import { listPartners } from '#directory/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { initialsOf } from '#platform/name-words.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { furtherRequestsOf } from './further-store.ts'
import { classesOfPacket, knownOf, sharedOf } from './packet-known.ts'
import { milestonesOf } from './milestone-store.ts'
import { findPacket } from './packet-store.ts'
import { mayAnswer } from './policy.ts'
import {
  offerAtAgency,
  received,
  responsibilityAtAgency,
  statusAtAgency,
  stopAtAgency,
  tellingAtAgency,
  visitAtAgency,
} from './received.ts'
import type { Referral } from './referral.ts'
import { cliniciansOf, findResponsibility } from './responsibility-store.ts'
import { sameWeekOf } from './same-week.ts'
import { signalsInForce } from './signals-in-force.ts'
import { findReferral } from './store.ts'
import { statusesOf } from './status-store.ts'
import { stopNoticesOf } from './stop-store.ts'
import { tellingOf, tellingItems } from './telling.ts'
import { offersOf, visitsOf } from './visit-store.ts'

/** What the forms of the page offer: codes with words, clinicians, other agencies. */
async function offered({ tx, now }: Viewing, referral: Referral) {
  const { reasons } = await modelInForce(tx, now)
  const list = (name: 'decline' | 'non_connection' | 'barrier') =>
    choicesOf(reasons.body, name).map(({ code, label }) => ({ code, says: label.en }))
  const partners = await listPartners(tx)
  const { safety, participation } = await signalsInForce({ tx, now })
  return {
    decline: list('decline'),
    nonConnection: list('non_connection'),
    barriers: list('barrier'),
    signals: { safety, participation },
    place: partners.find((one) => one.id === referral.partnerId)?.address ?? '',
    clinicians: await cliniciansOf(tx, {
      partnerId: referral.partnerId as string,
      studentId: referral.studentId,
    }),
    partners: partners
      .filter((one) => one.id !== referral.partnerId && one.endedAt === null)
      .map((one) => ({ id: one.id, name: one.name })),
  }
}

/**
 * What an agency may still see: nothing about the student once the referral has ended, and nothing of what
 * was sent once the family's yes to sending it holds no more.
 */
async function shown(view: Viewing, referral: Referral) {
  const { tx, now } = view
  const packet = (await findPacket(tx, referral.id)) ?? notFound()
  const open = referral.endedAt === null
  const items = open ? (await readableItems(tx, [referral], now)).get(referral.id) : undefined
  const content = knownOf(view, sharedOf(packet.content, items))
  const sent = knownOf(view, packet.content)
  return {
    open,
    name: content.identity?.name ?? initialsOf(sent.identity?.name ?? ''),
    content: Object.keys(content).length > 0 ? content : undefined,
    /** What teachers notice may be read: the yes to it holds at this request. */
    observes: open && items?.has('academic_observations') === true && view.knows('concerns'),
    sentAt: packet.sentAt,
    routeName: packet.routeAddress,
  }
}

/** What it wrote and was told beside the packet, while the referral is open. */
async function kept(view: Viewing, referral: Referral) {
  const { tx } = view
  const visits = view.knows('visits')
  const held = view.knows('clinical_responsibility') ? await findResponsibility(tx, referral.id) : undefined
  return {
    visits: visits ? (await visitsOf(tx, referral.id)).map(visitAtAgency) : [],
    offers: visits ? (await offersOf(tx, referral.id)).map(offerAtAgency) : [],
    statuses: (await statusesOf(tx, referral.id)).map(statusAtAgency),
    responsibility: held && responsibilityAtAgency(held),
    milestones: await milestonesOf(tx, referral.id),
    classTimes: visits
      ? await timesAgreedWith(tx, {
          studentId: referral.studentId,
          partnerId: referral.partnerId as string,
        })
      : [],
    furthers: await askedFor(view, referral),
  }
}
const nothingKept: Awaited<ReturnType<typeof kept>> = {
  visits: [],
  offers: [],
  statuses: [],
  responsibility: undefined,
  milestones: [],
  classTimes: [],
  furthers: [],
}

/** What the agency asked for beside its own treatment, and the answer; not whom the school then turned to. */
const askedFor = async ({ tx }: Viewing, { id: referralId, partnerId }: Referral) =>
  (await furtherRequestsOf(tx, referralId))
    .filter((request) => request.partnerId === partnerId)
    .map(({ id: requestId, requestedAt, dueAt, answer, answeredAt }) => ({
      requestId,
      requestedAt,
      dueAt,
      answer,
      answeredAt,
    }))

/**
 * One referral at its agency: the exact packet, what may be told, and every answer the agency can give
 * [R031] [R069].
 */
export const lookPacket = look({
  name: 'referrals/received-packet',
  by: partnerStaff,
  given: z.object({ referralId: id }),
  shows: {
    for: 'coordination',
    whole: ['referrals', 'packets'],
    parts: [...classesOfPacket, 'visits', 'clinical_responsibility', 'provider_notes'],
  },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(mayAnswer(actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const calendar = await calendarOf(tx)
    const tellings = []
    for (const each of tellingItems) tellings.push(tellingAtAgency(await tellingOf(view, referral, each)))
    const packet = await shown(view, referral)
    const tell =
      packet.open && tellings.some(({ items, consentId }) => items.includes('status') && consentId !== null)
    const readUrgency = packet.content?.urgency !== undefined
    const noticed = packet.observes ? await observationsOf(tx, referral.id) : []
    if (packet.content !== undefined) {
      const beside = noticed.length > 0 ? ['academic_observations'] : []
      const items = [...new Set([...Object.keys(packet.content), ...beside])]
      noteView(view, { referralId: referral.id, partnerId: referral.partnerId as string, items })
    }
    return {
      now,
      calendar,
      referral: received(referral, { tell, readUrgency }),
      schoolName: packet.content?.identity?.school ?? '',
      packet,
      noticed: noticed.map(({ observed, seenOn, toldAt }) => ({ observed, seenOn, toldAt })),
      tellings,
      sameWeekBy: tell ? (await sameWeekOf(tx, referral, calendar)).dueAt : null,
      ...(packet.open ? await kept(view, referral) : nothingKept),
      stops: (await stopNoticesOf(tx, referral.id)).map(stopAtAgency),
      // What clinicians write for their own agency stands on a page of its own, for them alone.
      keepsNotes: view.knows('provider_notes') && actor.referralId === undefined,
      choices: await offered(view, referral),
    }
  },
})
export type SeenPacket = Awaited<ReturnType<typeof lookPacket.see>>
