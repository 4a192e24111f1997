import { type Viewing } from '#access/look.ts'
import { type Role } from '#access/roles.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { consentsOf } from '#consent/contract.ts'
import { decidersAt, readsStudentRequests } from '#concerns/contract.ts'
import { caregiversNotTold, caregiversToContact, type Student } from '#people/contract.ts'
import { latestLeadContactOf } from '#escalations/contract.ts'
import { latestContactOf } from '#handoffs/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { findPacket, knownLine, responsibilitiesOf } from '#referrals/contract.ts'
import { labelOf, modelInForce, type Tier } from '#standards/contract.ts'
import { measuresOf } from '#supports/contract.ts'
import { findSchoolCare } from './school-care-store.ts'
import {
  findNextVisit,
  openThings,
  type OpenThings,
  referralsOf,
  type StudentReferral,
  unreportedVisitAt,
} from './student-store.ts'
import { careOf, sharesOf } from './shares.ts'
import { sharingOf } from './sharing.ts'

export type Facts = Awaited<ReturnType<typeof readFacts>>

/** Counts of what is open, without those of a class they may not know. */
const knownOf = (view: Viewing, { barriers, supports, incidents, concerns, signals }: OpenThings) => ({
  barriers: view.knows('handoffs') ? barriers : 0,
  supports: view.knows('supports') ? supports : 0,
  incidents: view.knows('crisis') ? incidents : 0,
  concerns: view.knows('concerns') ? concerns : 0,
  signals: view.knows('signals') ? signals : 0,
})

/** The tiers by which the clocks of referrals run, whoever reads what is due. */
const clockTiersOf = (referrals: readonly StudentReferral[]) =>
  new Map(referrals.map(({ id, tier }) => [id, tier as Tier | null]))

/** Referrals, without what was decided in triage and by whom where they may not know that. */
const knownReferrals = (view: Viewing, referrals: StudentReferral[]): StudentReferral[] =>
  view.knows('triage')
    ? referrals
    : referrals.map((referral) => ({ ...referral, tier: null, chosenPath: null, deciderName: null }))

export async function readFacts(view: Viewing, student: Student) {
  const { tx, actor, now } = view
  const calendar = await calendarOf(tx)
  const schoolId = student.schoolId
  const on = dayOf(calendar, now)
  const about = [student.id]
  const heldBy = (role: Role) =>
    schoolId === null ? [] : staffAt(tx, { schoolId, roles: [role], about, on })
  const deciders = await decidersAt(view)
  const referrals = view.knows('referrals')
    ? await referralsOf(tx, actor, { studentId: student.id, now })
    : []
  return {
    now,
    calendar,
    deciders,
    model: await modelInForce(tx, now),
    care: await findSchoolCare(tx, actor, student.id),
    referrals: knownReferrals(view, referrals),
    clockTiers: clockTiersOf(referrals),
    held: view.knows('clinical_responsibility') ? await responsibilitiesOf(tx, student.id) : [],
    nextVisit: view.knows('visits') ? await findNextVisit(tx, student.id, now) : undefined,
    unreportedAt: view.knows('visits') ? await unreportedVisitAt(tx, student.id, now) : null,
    measures: view.knows('supports') ? await measuresOf(tx, student.id) : [],
    consents: view.knows('consent') ? await consentsOf(tx, student.id) : [],
    caregivers: view.knows('contact_details') ? await caregiversToContact(tx, student.id) : [],
    lastContact: view.knows('handoffs') ? await latestContactOf(tx, student.id) : undefined,
    lastLeadContact: view.knows('referrals') ? await latestLeadContactOf(tx, student.id) : undefined,
    notTold: view.knows('contact_details') ? await caregiversNotTold(tx, student.id) : [],
    open: knownOf(view, await openThings(tx, student.id, readsStudentRequests(actor.role, deciders))),
    leads: await heldBy('crisis_lead'),
    head: (await heldBy('district_head'))[0]?.name ?? '',
  }
}

export function withLine(referral: StudentReferral, facts: Facts, view: Viewing) {
  return {
    ...knownLine(view, referral),
    nextVisitAt: view.knows('visits') ? referral.nextVisitAt : null,
    reason: labelOf(facts.model.reasons.body, 'referral_category', { code: referral.reasonCategory }),
    declineSaid:
      referral.declineReason === null
        ? null
        : labelOf(facts.model.reasons.body, 'decline', { code: referral.declineReason }),
  }
}

/** What was allowed on the active referral, and what really crosses. */
export async function crossing(
  view: Viewing,
  { consents, calendar }: Facts,
  active: StudentReferral | undefined,
) {
  const { tx, now } = view
  const shares = sharesOf(consents, active, now)
  const gate =
    active === undefined || active.partnerId === null
      ? undefined
      : await gateOf(tx, active.partnerId, dayOf(calendar, now))
  const sent = active !== undefined && view.knows('packets')
  const packet = sent ? await findPacket(tx, active.id) : undefined
  const agreement = gate?.agreement
  return {
    shares,
    care: careOf(consents, active, now),
    agreementEndsOn: gate?.obstacles.length === 0 ? (agreement?.endsOn ?? null) : null,
    sharing: sharingOf({ shares, packet, agreed: agreement?.partnerToSchool ?? [] }),
  }
}
