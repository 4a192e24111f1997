import type { SchoolCalendar } from '#district/contract.ts'
import {
  choicesOf,
  getTier,
  lateness,
  type Model,
  obstaclesToUsing,
  type Standard,
  type Tier,
} from '#standards/contract.ts'
import type { Chosen } from './choice.ts'
import type { Concern, Screening } from './concern.ts'
import { concernLifecycle } from './lifecycle.ts'
import { type EarlierReferral, repeated } from './repeat.ts'

/** What is known when a decision is judged. */
export type DecisionFacts = {
  deciderId: string | null
  /** Whether the district requires a training to decide, and whoever decides has none that holds. */
  untrained?: boolean
  screening: Screening | undefined
  /** The version of the checklist that was used. */
  checklist: Standard<'checklist'> | undefined
  model: Model
  /** Whether students of a real district are decided about: shipped samples are closed to it [R095]. */
  live: boolean
  now: Date
  /** The tier the student is in, if one is on record. */
  currentTier: Tier | undefined
  /** People who may be named, by what they may be named for. */
  reviewers: readonly string[]
  navigators: readonly string[]
  clinicians: readonly string[]
  owners: readonly string[]
  /** Referrals of the student that another one for the same need would repeat. */
  earlier: readonly EarlierReferral[]
}

/**
 * What is told at once of a concern that comes in: that it is for today, or that a student or a caregiver
 * asked for help. Undefined for what waits in the queue until somebody looks.
 */
export const newsOf = ({
  source,
  urgency,
}: Pick<Concern, 'source' | 'urgency'>): 'concern.urgent' | 'concern.asked' | undefined => {
  if (urgency === 'today') return 'concern.urgent'
  return source === 'student' || source === 'caregiver' ? 'concern.asked' : undefined
}

/** High risk: the checklist indicated immediate risk, by an answer or by its score. */
export const isHighRisk = (screening: Pick<Screening, 'indicated'>): boolean => screening.indicated === 'c'

const departs = ({ path }: Chosen, { screening }: DecisionFacts) =>
  path !== undefined && screening !== undefined && screening.indicated !== path

const allAnswered = ({ screening, checklist }: DecisionFacts) =>
  screening === undefined ||
  checklist === undefined ||
  checklist.body.items.every(({ code }) => Object.hasOwn(screening.answers, code))

const cites = (criteria: readonly { code: string; inUse: boolean }[], code: string | undefined) =>
  criteria.some((each) => each.code === code && each.inUse)

/** Whether a code is an entry criterion of a tier that is in use. */
export const entersBy = (model: Model, tier: Tier, code: string | undefined): boolean =>
  cites(getTier(model.tiers.body, tier).entry, code)

/** Which criteria a move between tiers still owes: a way in always, a way out when a tier is left [R012]. */
export function obstaclesToMoving(
  model: Model,
  move: { from: Tier | undefined; to: Tier; exit: string | undefined; entry: string | undefined },
): ('entry_criterion_missing' | 'exit_criterion_missing')[] {
  if (move.from === move.to) return []
  return [
    ...(entersBy(model, move.to, move.entry) ? [] : (['entry_criterion_missing'] as const)),
    ...(move.from === undefined || cites(getTier(model.tiers.body, move.from).exit, move.exit)
      ? []
      : (['exit_criterion_missing'] as const)),
  ]
}

const moves = ({ tier: to, exitCriterion: exit, entryCriterion: entry }: Chosen, facts: DecisionFacts) =>
  to === undefined ? [] : obstaclesToMoving(facts.model, { from: facts.currentTier, to, exit, entry })

/** Whether the way in is owed whatever tier it will be: for a first tier, and for every support. */
const owesEntry = ({ path, tier, entryCriterion }: Chosen, { currentTier, model }: DecisionFacts) => {
  if (tier === undefined) return entryCriterion === undefined && (path === 'a' || currentTier === undefined)
  return path === 'a' && !entersBy(model, tier, entryCriterion)
}

/** What a support has to have is owed part by part, so that each stands at its field. */
const owesSupport =
  (part: keyof Chosen['support']): Test =>
  (_concern, { path, support }) =>
    path === 'a' && support[part] === undefined

const outOfOrder = ({ startsOn, reviewOn, plannedEndOn }: Chosen['support']) =>
  startsOn !== undefined &&
  reviewOn !== undefined &&
  plannedEndOn !== undefined &&
  !(startsOn < reviewOn && reviewOn <= plannedEndOn)

const notAmong = (people: readonly string[], id: string | undefined) =>
  id !== undefined && !people.includes(id)

type Test = (concern: Concern, choice: Chosen, facts: DecisionFacts) => boolean
const obstacles = {
  not_open: ({ state }) => concernLifecycle.ends(state),
  // What may be a crisis waits for no training.
  not_trained: (_concern, { path }, { untrained }) => untrained === true && path !== 'c',
  student_unknown: ({ studentId }) => studentId === null,
  checklist_not_run: (_concern, _choice, { screening }) => screening === undefined,
  checklist_unanswered: (_concern, _choice, facts) => !allAnswered(facts),
  sample_not_approved: (_concern, _choice, facts) =>
    facts.checklist !== undefined && obstaclesToUsing(facts.checklist, facts).includes('sample_not_approved'),
  reason_not_listed: (_concern, { reasonCategory }, { model }) =>
    !choicesOf(model.reasons.body, 'referral_category').some(({ code }) => code === reasonCategory),
  entry_criterion_missing: (_concern, choice, facts) =>
    moves(choice, facts).includes('entry_criterion_missing') || owesEntry(choice, facts),
  exit_criterion_missing: (_concern, choice, facts) =>
    moves(choice, facts).includes('exit_criterion_missing'),
  override_reason_missing: (_concern, choice, facts) =>
    departs(choice, facts) && choice.overrideReason === undefined,
  reviewer_missing: (_concern, choice, facts) => departs(choice, facts) && choice.reviewerId === undefined,
  reviewer_is_decider: (_concern, choice, facts) =>
    departs(choice, facts) && choice.reviewerId !== undefined && choice.reviewerId === facts.deciderId,
  reviewer_not_designated: (_concern, choice, facts) =>
    departs(choice, facts) &&
    choice.reviewerId !== facts.deciderId &&
    notAmong(facts.reviewers, choice.reviewerId),
  high_risk_without_clinician: (_concern, choice, { screening }) =>
    choice.path === 'a' &&
    screening !== undefined &&
    isHighRisk(screening) &&
    choice.clinicianId === undefined,
  clinician_not_here: (_concern, choice, { clinicians }) =>
    choice.path === 'a' && notAmong(clinicians, choice.clinicianId),
  immediate_risk_in_queue: (_concern, choice, { screening }) =>
    choice.path === 'b' && screening !== undefined && isHighRisk(screening),
  navigator_missing: (_concern, choice) => choice.path === 'b' && choice.navigatorId === undefined,
  navigator_not_here: (_concern, choice, { navigators }) =>
    choice.path === 'b' && notAmong(navigators, choice.navigatorId),
  repeat_not_known: (_concern, { path, reasonCategory, knownReferrals }, { earlier }) => {
    const repeat =
      path === 'b' && reasonCategory !== undefined ? repeated(earlier, reasonCategory) : undefined
    return repeat !== undefined && !knownReferrals.includes(repeat.id)
  },
  support_focus_missing: owesSupport('focus'),
  support_owner_missing: owesSupport('ownerId'),
  support_start_missing: owesSupport('startsOn'),
  support_review_missing: owesSupport('reviewOn'),
  support_end_missing: owesSupport('plannedEndOn'),
  support_days_out_of_order: (_concern, { path, support }) => path === 'a' && outOfOrder(support),
  owner_not_here: (_concern, choice, { owners }) =>
    choice.path === 'a' && notAmong(owners, choice.support.ownerId),
} satisfies Record<string, Test>

export type ObstacleToDeciding = keyof typeof obstacles

/** Every reason this decision cannot be made, in the order a person would clear them. */
export const obstaclesToDeciding = (
  concern: Concern,
  choice: Chosen,
  facts: DecisionFacts,
): ObstacleToDeciding[] =>
  (Object.keys(obstacles) as ObstacleToDeciding[]).filter((name) => obstacles[name](concern, choice, facts))

/**
 * Whether a concern waits longer than its standard allows: by the day, or to the minute where it is due at
 * once [R025].
 */
export function isOverdue(
  concern: Pick<Concern, 'dueAt' | 'dueStandard'>,
  calendar: SchoolCalendar,
  now: Date,
): boolean {
  const stands = lateness(calendar, concern.dueAt, now)
  if (stands.kind === 'late') return true
  return concern.dueStandard.unit === 'minutes' && now > concern.dueAt
}

export type Signal = 'received' | 'being_handled' | 'more_information' | 'closed'

/**
 * All a reporter is told of a concern: four words that say nothing of tier, path, partner or crisis [R008].
 * A decided concern reads as being handled: what was decided is not the reporter's to know.
 */
export function signalOf({ state }: Pick<Concern, 'state'>, questionOpen: boolean): Signal {
  if (state === 'closed') return 'closed'
  if (questionOpen) return 'more_information'
  return state === 'submitted' ? 'received' : 'being_handled'
}
