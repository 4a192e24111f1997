import type { Unit } from '#access/unit.ts'
import type { TriageDecided } from '#concerns/contract.ts'
import { addCalendarDaysAt, calendarOf, dayOf } from '#district/contract.ts'
import { criteriaMet, dueAt, modelInForce, type PublishedModel } from '#standards/contract.ts'
import { addReferral, crisesOn, findSameNeed, type NewReferral, nextNumber } from './open-referral-store.ts'
import { referralOpened } from './referral-happenings.ts'

type Opening = Omit<NewReferral, 'number' | 'repeatOfId' | 'highNeed'> & {
  /** High-need criteria a person stated, with today's date. */
  stated: readonly string[]
  /** High need already found for an earlier referral of the chain. */
  highNeed: boolean
}

/** Days a referral for the same need counts as a repeat, from the standard in force [R033]. */
function repeatSince(
  model: PublishedModel,
  calendar: Awaited<ReturnType<typeof calendarOf>>,
  at: Date,
): Date {
  const { limit } = model.time_standards.body.repeat_referral
  const days = limit.unit === 'calendar_days' || limit.unit === 'school_days' ? limit.amount : 0
  return addCalendarDaysAt(calendar, at, -days)
}

async function highNeedOf(
  unit: Unit,
  model: PublishedModel,
  opening: Opening & { on: string },
): Promise<string[]> {
  const facts = {
    incidentsOn: [],
    crisesOn: await crisesOn(unit.tx, opening.studentId),
    attendance: undefined,
    stated: opening.stated.map((code) => ({ code, on: opening.on })),
  }
  return criteriaMet(model.high_need.body, facts, opening.on).map(({ code }) => code)
}

/**
 * Opens a referral with everything that starts with it: its number, the same-day clock of the handoff, its
 * high-need criteria, and the link to an earlier referral for the same need.
 */
export async function openReferralWith(unit: Unit, opening: Opening): Promise<NewReferral> {
  const { stated: _, ...kept } = opening
  const [calendar, model] = await Promise.all([calendarOf(unit.tx), modelInForce(unit.tx, unit.now)])
  const on = dayOf(calendar, opening.referredAt)
  const criteria = await highNeedOf(unit, model, { ...opening, on })
  const highNeed = opening.highNeed || criteria.length > 0
  const repeat =
    opening.predecessorId === null
      ? await findSameNeed(unit.tx, { ...opening, since: repeatSince(model, calendar, opening.referredAt) })
      : undefined
  const due = dueAt(calendar, model.time_standards.body, {
    clock: 'warm_handoff',
    startedAt: opening.referredAt,
    highNeed,
  })
  const referral = { ...kept, number: await nextNumber(unit), repeatOfId: repeat?.id ?? null, highNeed }
  addReferral(unit, referral, { step: 'make_handoff', owner: 'navigator', dueAt: due.dueAt })
  unit.record(
    'referral.opened',
    { type: 'referral', id: referral.id, studentId: referral.studentId },
    {
      number: referral.number,
      decisionId: referral.decisionId,
      navigatorId: referral.navigatorId,
      repeatOfId: referral.repeatOfId,
      predecessorId: referral.predecessorId,
      highNeed,
    },
  )
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
 */
export async function openReferral(unit: Unit, decided: TriageDecided): Promise<void> {
  if (decided.path !== 'b') return
  if (decided.navigatorId == null) throw new Error('Path (b) was decided without a navigator')
  const decidedAt = new Date(decided.decidedAt)
  await openReferralWith(unit, {
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
    // What the checklist found is a stated safety concern, where the district counts those.
    stated: decided.highRisk ? ['safety_concerns'] : [],
    highNeed: false,
  })
}
