import { z } from 'zod'
import { type Actor, coversSchool, reaches } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { consentsForReferral, shelfOf, warnFrom } from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, clockWords, labelOf, modelInForce } from '#standards/contract.ts'
import { loopFacts } from './closing-store.ts'
import { referralLifecycle } from './lifecycle.ts'
import { clinicalAmong, holderNamers, staffOf } from './name-holder.ts'
import { knownLine } from './known-line.ts'
import { loopOf } from './loop.ts'
import { milestonesShown } from './milestones-shown.ts'
import { mayNavigate } from './navigate.ts'
import { videoFirstOf } from './put-video-first.ts'
import { findPacket } from './packet-store.ts'
import { reassigningStaff } from './reassign-navigator.ts'
import { listNavigators } from './reassign-navigator-store.ts'
import { redirectingStaff } from './redirect-referral.ts'
import { pauseOn } from './pause.ts'
import { pausesOf } from './pause-store.ts'
import { referralReaders } from './policy.ts'
import { recordOf } from './referral-record.ts'
import type { Referral } from './referral.ts'
import { remindersOf } from './reminder-store.ts'
import { barriersOf, chainOf, findEvidence, helpStands, referralNames } from './referral-page-store.ts'
import { statedCriteria, statingStaff } from './state-high-need.ts'
import { findResponsibility } from './responsibility-store.ts'
import { sameWeekOf } from './same-week.ts'
import { statusesOf } from './status-store.ts'
import { findReferral } from './store.ts'
import { visitsOf } from './visit-store.ts'

const isOneOf = (roles: readonly Role[], actor: Actor) => roles.includes(actor.role)
const seesAll = (actor: Actor) => isOneOf(careTeam, actor)

/** What the care team reads beyond how it stands: consents, packet, evidence, barriers. */
async function inFull(view: Viewing, referral: Referral) {
  const { tx, now } = view
  const consents = view.knows('consent') ? await consentsForReferral(tx, referral.id) : []
  const { partnerId } = referral
  const shelf =
    partnerId === null || !view.knows('consent')
      ? []
      : shelfOf(consents, {
          partnerId,
          now,
          warnFrom: await warnFrom(view, dayOf(await calendarOf(tx), now)),
        })
  return {
    shelf: shelf.filter(({ is }) => is !== 'not_asked'),
    packet: view.knows('packets') ? ((await findPacket(tx, referral.id)) ?? null) : null,
    evidence: view.knows('triage') ? ((await findEvidence(tx, referral.id)) ?? null) : null,
    barriers: view.knows('handoffs') ? await barriersOf(tx, referral.id) : [],
    help: view.knows('handoffs') ? await helpStands(tx, referral.id) : null,
    visits: view.knows('visits') ? await visitsOf(tx, referral.id) : [],
    milestones: view.knows('signals') ? await milestonesShown(view, referral) : [],
    reminders: view.knows('visits') ? await remindersOf(tx, referral.id) : [],
  }
}

async function wordsFor(view: Viewing, referral: Referral) {
  const { reasons } = await modelInForce(view.tx, view.now)
  const label = (list: 'barrier' | 'handoff_miss' | 'decline') =>
    Object.fromEntries(choicesOf(reasons.body, list).map(({ code, label: said }) => [code, said.en]))
  return {
    reason: labelOf(reasons.body, 'referral_category', { code: referral.reasonCategory }),
    barrierLabels: label('barrier'),
    missLabels: label('handoff_miss'),
    declineLabels: label('decline'),
  }
}

async function standing(view: Viewing, referral: Referral) {
  const calendar = await calendarOf(view.tx)
  const chain = (await chainOf(view.tx, referral.id, view.now)).map((link) => knownLine(view, link))
  const { nextDueAt } = referral
  return {
    chain,
    loop: loopOf(await loopFacts(view.tx, referral)),
    clock: nextDueAt === null ? null : clockWords(calendar, { dueAt: nextDueAt, now: view.now }),
    late: nextDueAt !== null && dayOf(calendar, nextDueAt) < dayOf(calendar, view.now),
    statuses: await statusesOf(view.tx, referral.id),
    timeZone: calendar.timeZone,
    today: dayOf(calendar, view.now),
    pausedThrough: await pausedThrough(view, referral, dayOf(calendar, view.now)),
  }
}

/** The last day of the pause that holds its clocks today, if one does. */
async function pausedThrough({ tx }: Viewing, referral: Referral, today: string) {
  if (referral.pausedThrough === null || referral.pausedThrough < today) return undefined
  return pauseOn(await pausesOf(tx, referral.id), today)?.throughOn
}

/** Why nothing may be sent to the agency of an open referral now; empty while its gate is open. */
async function atTheGate(view: Viewing, { partnerId, endedAt }: Referral) {
  if (partnerId === null || endedAt !== null) return []
  const { obstacles } = await gateOf(view.tx, partnerId, dayOf(await calendarOf(view.tx), view.now))
  return obstacles
}

/** The names the page speaks of, without what was decided in triage where they may not know that. */
async function knownNames(view: Viewing, { id: referralId }: Referral) {
  const names = await referralNames(view.tx, referralId)
  return view.knows('triage') ? names : { ...names, tier: null, deciderName: null }
}

/** Who answers clinically for a student at high risk, and who at school could until an agency accepts. */
async function holderOf(view: Viewing, referral: Referral) {
  if (referral.highRiskAt === null || !view.knows('clinical_responsibility')) return undefined
  const held = await findResponsibility(view.tx, referral.id)
  const asks =
    coversSchool(view.actor, referral.schoolId) &&
    referral.endedAt === null &&
    (held === undefined || held.partnerId === null) &&
    isOneOf(holderNamers, view.actor)
  return {
    name: held?.holderName,
    choices: asks ? clinicalAmong(await staffOf(view, referral)) : [],
  }
}

/** How it stands, what the care team reads beyond that, and all of it field by field. */
async function told(view: Viewing, referral: Referral) {
  const names = await knownNames(view, referral)
  const stands = await standing(view, referral)
  const full = seesAll(view.actor) ? await inFull(view, referral) : null
  const record = await recordOf(view, referral, {
    names,
    cares: full !== null,
    consents: full?.shelf ?? [],
    sentOn: full?.packet?.consentId,
    statuses: stands.statuses,
    nextVisitAt: stands.chain.at(-1)?.nextVisitAt ?? null,
  })
  return { names, ...stands, full, record }
}

/** One referral: how it stands, what is owed, and the evidence of every step. */
export const referralPage = look({
  name: 'referrals/referral',
  by: referralReaders,
  given: z.object({ referralId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'referrals'],
    parts: [
      ...(['background', 'concerns', 'triage', 'consent', 'packets'] as const),
      ...(['handoffs', 'visits', 'signals', 'clinical_responsibility'] as const),
    ],
  },
  async see(view, { referralId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    const open = referral.endedAt === null
    // Whoever only reads it, because they broke the glass, is offered nothing that they could not do.
    const here = coversSchool(view.actor, referral.schoolId)
    const mayReassign = here && open && isOneOf(reassigningStaff, view.actor)
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    return {
      referral,
      ...(await told(view, referral)),
      words: await wordsFor(view, referral),
      sameWeekBy: (await sameWeekOf(view.tx, referral, await calendarOf(view.tx))).dueAt,
      gate: await atTheGate(view, referral),
      mayWork: mayNavigate(view.actor, referral),
      mayRedirect:
        here && isOneOf(redirectingStaff, view.actor) && referralLifecycle.allows(referral.state, 'redirect'),
      navigators: mayReassign
        ? await listNavigators(view.tx, {
            schoolId: referral.schoolId,
            about: [referral.studentId],
            now: view.now,
          })
        : [],
      holder: await holderOf(view, referral),
      statable:
        here && open && !referral.highNeed && isOneOf(statingStaff, view.actor)
          ? await statedCriteria(view.tx, view.now)
          : [],
      videoFirst: seesAll(view.actor) ? ((await videoFirstOf(view.tx, referral.id)) ?? null) : null,
      mayPutVideoFirst: here && open && isOneOf(statingStaff, view.actor),
      now: view.now,
    }
  },
})
export type ReferralData = Awaited<ReturnType<typeof referralPage.see>>
