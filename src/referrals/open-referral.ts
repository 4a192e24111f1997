import type { Unit } from '#access/unit.ts'
import { earlierReferrals, repeated, repeatSince, type TriageDecided } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { schoolFactsOf } from '#warnings/contract.ts'
import {
  criteriaMet,
  dueAt,
  type HighNeedFacts,
  modelInForce,
  type PublishedModel,
} from '#standards/contract.ts'
import { subjectOf } from './answering.ts'
import { addReferral, crisesOf, type NewReferral, nextNumber, type WithTier } from './open-referral-store.ts'
import { referralOpened } from './referral-happenings.ts'
import { isAtRisk, meansRisk } from './risk.ts'

type Opening = Omit<NewReferral, 'number' | 'repeatOfId' | 'highNeed' | 'highRiskAt'> &
  WithTier & {
    /** High-need criteria a person stated, with today's date. */
    stated: readonly string[]
    /** High need already found for an earlier referral of the chain. */
    highNeed: boolean
  }

/** The high-need criteria met on the day of opening. @param known what dates say of the student */
function criteriaOf(
  model: PublishedModel,
  { stated }: Opening,
  { on, ...known }: Omit<HighNeedFacts, 'stated'> & { on: string },
): string[] {
  const facts = { ...known, stated: stated.map((code) => ({ code, on })) }
  return criteriaMet(model.high_need.body, facts, on).map(({ code }) => code)
}

const tracedOf = (opened: NewReferral) => {
  const { number, decisionId, navigatorId, repeatOfId, predecessorId, highNeed } = opened
  return { number, decisionId, navigatorId, repeatOfId, predecessorId, highNeed }
}

/**
 * Opens a referral with everything that starts with it: its number, the same-day clock of the handoff, its
 * high-need criteria, and the link to an earlier referral for the same need.
 */
export async function openReferralWith(unit: Unit, opening: Opening): Promise<NewReferral> {
  const { stated: _, ...kept } = opening
  const [calendar, model, crisesOn, days, number] = await Promise.all([
    calendarOf(unit.tx),
    modelInForce(unit.tx, unit.now),
    crisesOf(unit.tx, opening.studentId),
    schoolFactsOf(unit.tx, opening.studentId, opening.referredAt),
    nextNumber(unit),
  ])
  const on = dayOf(calendar, opening.referredAt)
  const criteria = criteriaOf(model, opening, { ...days, crisesOn, on })
  const highNeed = opening.highNeed || criteria.length > 0
  const atRisk = meansRisk(model.high_need.body, criteria) || (await isAtRisk(unit.tx, opening))
  const since = repeatSince(model, { calendar, at: opening.referredAt })
  // A redirect goes on with the referral before it, and repeats none.
  const earlier = opening.predecessorId === null ? await earlierReferrals(unit.tx, { ...opening, since }) : []
  const repeat = repeated(earlier, opening.reasonCategory)
  const due = dueAt(calendar, model.time_standards.body, {
    clock: 'warm_handoff',
    startedAt: opening.referredAt,
    highNeed,
    tier: opening.tier,
  })
  const highRiskAt = atRisk ? unit.now : null
  const referral = { ...kept, number, repeatOfId: repeat?.id ?? null, highNeed, highRiskAt }
  addReferral(unit, referral, { step: 'make_handoff', owner: 'navigator', dueAt: due.dueAt })
  unit.record('referral.opened', subjectOf(referral), tracedOf(referral))
  await unit.tell(referralOpened, {
    referralId: referral.id,
    studentId: referral.studentId,
    navigatorId: referral.navigatorId,
    openedAt: opening.referredAt.toISOString(),
    dueAt: due.dueAt.toISOString(),
    dueStandard: { ...due.standard, version: model.time_standards.version },
    highNeedCriteria: criteria,
  })
  return referral
}

/**
 * Follows concerns/triage-decided: path (b) opens a referral, owned by the navigator the decision names
 * [R043].
 * @returns the id of the referral
 */
export async function openReferral(unit: Unit, decided: TriageDecided): Promise<string | undefined> {
  if (decided.path !== 'b') return undefined
  if (decided.navigatorId == null) throw new Error('Path (b) was decided without a navigator')
  const decidedAt = new Date(decided.decidedAt)
  const { id } = await openReferralWith(unit, {
    id: unit.id(),
    studentId: decided.studentId,
    schoolId: decided.schoolId,
    decisionId: decided.decisionId,
    partnerId: null,
    navigatorId: decided.navigatorId,
    reasonCategory: decided.reasonCategory,
    serviceSought: 'assessment',
    modality: 'in_person',
    referredAt: decidedAt,
    firstReferredAt: decidedAt,
    predecessorId: null,
    tier: decided.tier,
    // What the checklist found is a stated safety concern, where the district counts those.
    stated: decided.highRisk ? ['safety_concerns'] : [],
    highNeed: false,
  })
  return id
}
