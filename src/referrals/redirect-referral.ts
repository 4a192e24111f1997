import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { coversSchool } from '#access/actor.ts'
import { findPartner, obstaclesToChoosing } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choicesOf, modelInForce, type Tier } from '#standards/contract.ts'
import { leaveAgency } from './leave-agency.ts'
import { referralLifecycle } from './lifecycle.ts'
import { moveReferral, noteReferral } from './move-referral.ts'
import { openReferralWith } from './open-referral.ts'
import { addRedirection, hasOpenVisit } from './redirect-referral-store.ts'
import type { Referral } from './referral.ts'
import { holdReferral } from './store.ts'
import { tierOfReferral } from './tier-store.ts'
import { redirectingWords } from './words-navigator.ts'

/** Who may pass a referral on to another agency. */
export const redirectingStaff = ['navigator', 'care_coordinator', 'designated_lead'] as const

const Redirection = z.object({
  referralId: id,
  /** The next agency; left out, it is chosen in the new handoff. */
  partnerId: id.optional(),
  /** A code of the list of reasons an agency cannot accept. */
  reason: z.string({ error: 'Choose a reason' }).min(1, 'Choose a reason').max(60),
})

type Wish = { partnerId: string | undefined; reason: string; highNeed?: boolean }

/** What stands in the way of the next agency: the same as when one is chosen or sent a referral [R029]. */
async function obstaclesAtNext({ tx, now }: Unit, partnerId: string | undefined) {
  if (partnerId === undefined) return []
  const partner = (await findPartner(tx, partnerId)) ?? notFound()
  const gate = await gateOf(tx, partnerId, dayOf(await calendarOf(tx), now))
  return [...obstaclesToChoosing(partner, now), ...gate.obstacles]
}

async function obstaclesToRedirecting(unit: Unit, referral: Referral, wish: Wish) {
  const model = await modelInForce(unit.tx, unit.now)
  const known = choicesOf(model.reasons.body, 'decline').map(({ code }) => code)
  const obstacles = {
    not_open: !referralLifecycle.allows(referral.state, 'redirect'),
    visit_still_booked: await hasOpenVisit(unit.tx, referral.id),
    same_partner: wish.partnerId !== undefined && wish.partnerId === referral.partnerId,
    reason_unknown: !known.includes(wish.reason),
  }
  const own = (Object.keys(obstacles) as (keyof typeof obstacles)[]).filter((name) => obstacles[name])
  return [...own, ...(await obstaclesAtNext(unit, wish.partnerId))]
}

/**
 * The successor: the same need and the same first date, so that time to care counts from the first referral
 * [R034].
 */
const successorOf = (
  unit: Unit,
  referral: Referral & { tier: Tier | null },
  { partnerId, highNeed = false }: Wish,
) =>
  openReferralWith(unit, {
    id: unit.id(),
    studentId: referral.studentId,
    schoolId: referral.schoolId,
    decisionId: referral.decisionId,
    partnerId: partnerId ?? null,
    navigatorId: referral.navigatorId,
    reasonCategory: referral.reasonCategory,
    serviceSought: referral.serviceSought,
    modality: referral.modality,
    referredAt: unit.now,
    firstReferredAt: referral.firstReferredAt,
    predecessorId: referral.id,
    tier: referral.tier,
    stated: [],
    highNeed: referral.highNeed || highNeed,
  })

/**
 * Another agency is asked instead. The referral ends as redirected and its successor begins a handoff of its
 * own: what the family allowed one agency never passes to the next, so consent is asked anew. The caller
 * holds the referral and has asked whether the actor may.
 * @returns every obstacle, or the successor
 */
export async function redirectTo(unit: Unit, referral: Referral, wish: Wish) {
  const because = await obstaclesToRedirecting(unit, referral, wish)
  if (because.length > 0) return { because }
  const { reason } = wish
  await addRedirection(unit, referral, reason)
  await moveReferral(unit, { referral, act: 'redirect', changes: { endedAt: unit.now } })
  // An agency that said no has put it down already; any other may still be at work on it.
  if (referral.state !== 'not_accepted') await leaveAgency(unit, referral, 'ended')
  const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
  unit.record('referral.redirected', subject, { reason, fromPartnerId: referral.partnerId })
  const tier = await tierOfReferral(unit.tx, referral.id)
  return { successor: await successorOf(unit, { ...referral, tier }, wish) }
}

/**
 * The same for a referral of which nothing has been sent yet: no agency is at work on it, so that it stays as
 * it is and only its agency changes, or is left to be chosen in the handoff.
 * @returns every obstacle, or the referral that goes on
 */
export async function askElsewhere(unit: Unit, referral: Referral, wish: Wish) {
  if (referral.state !== 'handoff_open') return redirectTo(unit, referral, wish)
  const because = await obstaclesAtNext(unit, wish.partnerId)
  if (because.length > 0) return { because }
  const partnerId = wish.partnerId ?? null
  const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
  unit.record('referral.agency_changed', subject, {
    reason: wish.reason,
    fromPartnerId: referral.partnerId,
    partnerId,
  })
  return { successor: await noteReferral(unit, referral, { partnerId }) }
}

/** Passes a referral on to another agency. */
export const redirectReferral = act({
  name: 'referrals/redirect-referral',
  by: redirectingStaff,
  given: Redirection,
  refusals: redirectingWords,
  async do(unit, { referralId, partnerId, reason }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), subject)
    const outcome = await redirectTo(unit, referral, { partnerId, reason })
    if ('because' in outcome) return refused(outcome.because)
    return done({ id: outcome.successor.id, number: outcome.successor.number })
  },
})
