import { z } from 'zod'
import type { Viewing } from '#access/look.ts'
import { look } from '#access/look.ts'
import { coversSchool } from '#access/actor.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { lacks } from '#access/trained.ts'
import { calendarOf, dayOf, isSchoolDay, nextSchoolDay, type SchoolCalendar } from '#district/contract.ts'
import { getStudentCard, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import {
  type Change,
  choicesOf,
  clockWords,
  dayWords,
  dueAt,
  findHandoffRule,
  getMustNotText,
  getTier,
  labelOf,
  type HandoffRule,
  limitWords,
  modelInForce,
  obstaclesToUsing,
  type Path,
  type PublishedModel,
  reach,
  type Tier,
} from '#standards/contract.ts'
import { lackingOf } from '#training/contract.ts'
import { readConcern } from './concern-page.ts'
import { decisionFacts, type GatheredFacts } from './decision-facts.ts'
import { decidersAt } from './deciders.ts'
import { concernLifecycle } from './lifecycle.ts'
import { mayTriage } from './policy.ts'
import { isOverdue } from './rules.ts'

type When = { calendar: SchoolCalendar; model: PublishedModel; now: Date }

/** A handoff rule as it is shown at the moment it applies: who calls whom, with what, and by when [R023]. */
export function ruleShown(rule: HandoffRule, { calendar, model, now }: When) {
  const { within } = rule
  const times = model.time_standards.body
  const limit = 'clock' in within ? times[within.clock].limit : within
  const due =
    'clock' in within
      ? dueAt(calendar, times, { clock: within.clock, startedAt: now }).dueAt
      : reach(calendar, within, { startedAt: now }).dueAt
  return {
    code: rule.code,
    caller: rule.caller,
    callee: rule.callee,
    tool: rule.tool,
    within: limitWords(limit),
    dueAt: due,
    due: clockWords(calendar, { dueAt: due, now }),
  }
}
export type RuleShown = ReturnType<typeof ruleShown>

const rulesFor = (changes: readonly Change[], when: When): RuleShown[] =>
  changes
    .flatMap((change) => findHandoffRule(when.model.handoff_rules.body.rules, change) ?? [])
    .map((rule) => ruleShown(rule, when))

/** The rule for each path that may be chosen now, and for each tier that may be entered. */
export function handoffRules(facts: Pick<GatheredFacts, 'replaces' | 'currentTier'>, when: When) {
  const from: Path | 'none' = facts.replaces?.chosen ?? 'none'
  const tierFrom = facts.currentTier
  const byPath = (to: Path) => rulesFor([{ kind: 'path', from, to }], when)
  const byTier = (to: Tier) =>
    tierFrom === undefined ? [] : rulesFor([{ kind: 'tier', from: tierFrom, to }], when)
  return {
    path: { a: byPath('a'), b: byPath('b'), c: byPath('c') },
    tier: { 1: byTier(1), 2: byTier(2), 3: byTier(3) },
  }
}

/** Earlier referrals as a person reads them before another one is opened, and why it would repeat them. */
function repeatsShown(view: Viewing, { earlier, model }: GatheredFacts, calendar: SchoolCalendar) {
  const today = dayOf(calendar, view.now)
  const on = (at: Date) => dayWords(dayOf(calendar, at), today)
  return earlier.map(({ id, number, schoolId, reasonCategory, referredAt, endedAt }) => ({
    id,
    number,
    reason: labelOf(model.reasons.body, 'referral_category', { code: reasonCategory }),
    referredOn: on(referredAt),
    endedOn: endedAt === null ? null : on(endedAt),
    /** The care team of another school answers for it: its page stays closed here. */
    readable: coversSchool(view.actor, schoolId),
  }))
}

/** When brief support would start, be reviewed and end: on days of school, by the standards [R015]. */
function proposedDays(now: Date, calendar: SchoolCalendar, { time_standards: times }: PublishedModel) {
  const day = dayOf(calendar, now)
  const by = (clock: 'support_review' | 'support_end') =>
    dayOf(calendar, dueAt(calendar, times.body, { clock, startedAt: now }).dueAt)
  return {
    startsOn: isSchoolDay(calendar, day) ? day : nextSchoolDay(calendar, day),
    reviewOn: by('support_review'),
    plannedEndOn: by('support_end'),
  }
}

/** What the form of a decision offers, all of it from the standards in force. */
async function offered(view: Viewing, facts: GatheredFacts, when: When) {
  const { model, staff, currentTier } = facts
  const { tiers, must_not: mustNot } = model
  return {
    reasons: choicesOf(model.reasons.body, 'referral_category').map(({ code, label }) => ({
      code,
      label: label.en,
    })),
    tiers: tiers.body.tiers.map(({ tier, name, description, entry }) => ({
      tier,
      name,
      description,
      entry: entry.filter(({ inUse }) => inUse),
    })),
    tiersSample: tiers.sample && tiers.approval === undefined,
    currentTier: currentTier ?? null,
    exit: currentTier === undefined ? [] : getTier(tiers.body, currentTier).exit.filter(({ inUse }) => inUse),
    mustNot: mustNot.body.rules,
    highRiskRule: getMustNotText(mustNot.body, 'high_risk_without_clinician'),
    queueRule: getMustNotText(mustNot.body, 'immediate_risk_in_queue'),
    rules: handoffRules(facts, when),
    repeats: repeatsShown(view, facts, when.calendar),
    repeatLimit: limitWords(model.time_standards.body.repeat_referral.limit),
    reviewers: staff.reviewers.filter((person) => person.id !== view.actor.personId),
    navigators: staff.navigators,
    clinicians: staff.clinicians,
    owners: staff.owners,
    proposed: {
      ...proposedDays(view.now, when.calendar, model),
      // The navigator of the school, and whoever decides: another name is one choice away.
      navigatorId: staff.navigators.find(({ role }) => role === 'navigator')?.id ?? '',
      ownerId: staff.owners.find(({ id: owner }) => owner === view.actor.personId)?.id ?? '',
    },
  }
}

/**
 * The checklist in force, what it indicated, and what can be decided: one page for both steps of triage
 * [R013].
 */
export const triagePage = look({
  name: 'concerns/triage',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({ concernId: id }),
  shows: { for: 'triage', whole: ['identity', 'concerns', 'triage'], parts: ['contact_details'] },
  async see(view, { concernId }) {
    const concern = await readConcern(view, concernId)
    view.permit(mayTriage({ actor: view.actor, deciders: await decidersAt(view) }, concern))
    view.saw({ type: 'concern', id: concernId, studentId: concern.studentId })
    const calendar = await calendarOf(view.tx)
    const model = await modelInForce(view.tx, view.now)
    const facts = await decisionFacts(view, concern)
    const { checklist } = model
    const card = concern.studentId === null ? null : await getStudentCard(view.tx, concern.studentId)
    return {
      concern: view.knows('contact_details') ? concern : { ...concern, askedBy: null, askedByContact: null },
      open: !concernLifecycle.ends(concern.state),
      student: card && { id: card.id, name: studentName(card), grade: card.grade },
      overdue: isOverdue(concern, calendar, view.now),
      clock: clockWords(calendar, { dueAt: concern.dueAt, now: view.now }),
      checklist: {
        ...checklist.body,
        version: checklist.version,
        sample: checklist.sample && checklist.approval === undefined,
      },
      obstacles: obstaclesToUsing(checklist, { live: facts.live, now: view.now }),
      screening: facts.screening ?? null,
      lacking: lacks(view.actor, 'triage')
        ? await lackingOf(view, { topic: 'triage', schools: [concern.schoolId] })
        : null,
      offered: await offered(view, facts, { calendar, model, now: view.now }),
      at: view.now,
    }
  },
})

export type TriageData = Awaited<ReturnType<typeof triagePage.see>>
