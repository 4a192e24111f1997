import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import {
  consentsForReferral,
  isMinorConsented,
  noteTaken,
  releaseScopes,
  standingOf,
} from '#consent/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf, getDistrict, type SchoolCalendar } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { clockTierOf, findReferral, type Referral } from '#referrals/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import type { Appointment } from './appointment.ts'
import { firstVisitOf } from './appointment-store.ts'
import { type Handoff, planLanguages } from './handoff.ts'
import { aboutHandoff } from './handoff-people-store.ts'
import { getHandoff } from './store.ts'

/** What the family chose to share with this agency, question by question, as it stands now. */
async function sharedNow(view: Viewing, referral: Referral) {
  const { tx, now } = view
  const { partnerId } = referral
  if (partnerId === null || !view.knows('consent')) return []
  const consents = await consentsForReferral(tx, referral.id)
  return releaseScopes.flatMap((scope) => {
    const standing = standingOf(consents, { scope, partnerId, now })
    if (standing.is === 'not_asked') return []
    return [{ scope, yes: standing.is === 'in_force', since: standing.since }]
  })
}

/** Where the first visit stands for a family: none yet, ahead of them, its day gone by, or held. */
function standOf(
  visit: Appointment | null,
  { calendar, now }: { calendar: SchoolCalendar; now: Date },
): 'none' | 'ahead' | 'past' | 'held' {
  if (visit === null) return 'none'
  if (visit.result === 'attended') return 'held'
  return dayOf(calendar, visit.startsAt) < dayOf(calendar, now) ? 'past' : 'ahead'
}

/** Whom the family goes to, and by when it is asked how it is going. */
async function visitOf(view: Viewing, referral: Referral) {
  const { tx, now } = view
  // A plan that has ended leads nobody to a visit.
  const booked =
    referral.endedAt === null && view.knows('visits') ? await firstVisitOf(tx, referral.id) : undefined
  const visit = booked ?? null
  const partner = referral.partnerId === null ? undefined : await findPartner(tx, referral.partnerId)
  const calendar = await calendarOf(tx)
  const model = await modelInForce(tx, now)
  const runs = { highNeed: referral.highNeed, tier: await clockTierOf(tx, referral.id, model) }
  const followUpBy =
    visit &&
    dueAt(calendar, model.time_standards.body, { clock: 'one_month', startedAt: visit.startsAt, ...runs })
      .dueAt
  const where = partner && { name: partner.name, shortName: partner.shortName, address: partner.address }
  return { visit, stands: standOf(visit, { calendar, now }), followUpBy, partner: where ?? null, calendar }
}

/** Whom to call at once: in danger, and to talk to someone. */
const helpAt = async ({ tx, now }: Viewing, { schoolId }: Referral) =>
  (await crisisContactsAt(tx, { schoolId, now })).filter(
    ({ kind }) => kind === 'emergency' || kind === 'crisis_line',
  )

/** What the handoff knows that a family wants to read. */
const toldTo = (handoff: Handoff) => ({
  conversationAt: handoff.conversationAt,
  transport: handoff.transport,
  transportNote: handoff.transportNote,
  accompaniedBy: handoff.accompaniedBy,
  interpreterBooked: handoff.interpreterBooked,
  coverage: handoff.coverage,
  bringNote: handoff.bringNote,
})

/** The plan a family takes home: when, where, what to bring, whom to call, and what it chose [R050]. */
export const familyPlan = look({
  name: 'handoffs/family-plan',
  by: careTeam,
  given: z.object({ referralId: id, lang: choice(planLanguages).default('en') }),
  shows: { for: 'coordination', whole: ['identity', 'handoffs'], parts: ['visits', 'consent'] },
  async see(view, { referralId, lang }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    // What a student agreed to alone stands on no paper that goes home.
    if (isMinorConsented(await consentsForReferral(view.tx, referral.id))) notFound()
    const about = await aboutHandoff(view.tx, referral.id)
    view.saw(
      { type: 'referral', id: referral.id, studentId: referral.studentId },
      { kind: 'print', detail: { lang } },
    )
    const { id: ofReferral, studentId } = referral
    noteTaken(view, { kind: 'print', studentId, referralId: ofReferral, paper: 'family_plan' })
    return {
      lang,
      referralId: referral.id,
      endedAt: referral.endedAt,
      districtName: (await getDistrict(view.tx)).name,
      student: about.given,
      navigator: { name: about.navigatorName, phone: about.navigatorPhone },
      ...(await visitOf(view, referral)),
      handoff: toldTo(await getHandoff(view.tx, referral.id)),
      shared: await sharedNow(view, referral),
      help: await helpAt(view, referral),
      now: view.now,
    }
  },
})
export type FamilyPlanData = Awaited<ReturnType<typeof familyPlan.see>>
