import type { MarkState } from '#design/contract.ts'
import type { ReferralState } from './lifecycle.ts'
import type { NextOwner, Step } from './next-step.ts'

/** The nine steps every referral is drawn with, from a concern to one month of care. */
export const lineSteps = [
  'concern',
  'decision',
  'consent',
  'handoff',
  'received',
  'accepted',
  'scheduled',
  'seen',
  'one_month',
] as const
export type LineStepName = (typeof lineSteps)[number]

/** The dated facts a line is drawn from. Nothing of it is typed by anybody. */
export type LineFacts = {
  readonly state: ReferralState
  readonly concernAt: Date | null
  /** The first instant at which the decision would have come too late. */
  readonly decisionLateAt: Date | null
  /** The triage decision. */
  readonly referredAt: Date
  /** The yes to sending that holds, or held when it was sent. */
  readonly consentAt: Date | null
  readonly declinedAt: Date | null
  readonly sentAt: Date | null
  readonly handoffCompletedAt: Date | null
  readonly handoffLateAt: Date | null
  readonly receivedAt: Date | null
  readonly acceptedAt: Date | null
  readonly scheduledAt: Date | null
  readonly firstSeenAt: Date | null
  readonly engagedAt: Date | null
  readonly endedAt: Date | null
  /** It was sent, and the agency may not tell the school how it goes [R071]. */
  readonly notShared: boolean
  /** A visit was missed or cancelled, and no other is booked. */
  readonly missedAt: Date | null
  readonly nextStep: Step | null
  readonly nextOwner: NextOwner | null
  /** The first instant at which what is owed next is late. */
  readonly nextLateAt: Date | null
}

export type LineStep = {
  /** `not_accepted` where an agency's no cut the line; `new_consent` where a successor begins. */
  readonly name: LineStepName | 'not_accepted' | 'new_consent'
  readonly s: MarkState
  readonly at: Date | null
}

/**
 * When each step happened. A visit booked while the family was on the line counts as the step it is, but
 * carries the line no further than the agency has come.
 */
const datesOf = (facts: LineFacts): (Date | null)[] => [
  facts.concernAt ?? facts.referredAt,
  facts.referredAt,
  facts.consentAt ?? (facts.sentAt === null ? null : facts.sentAt),
  facts.sentAt,
  facts.receivedAt,
  facts.acceptedAt,
  facts.scheduledAt,
  facts.firstSeenAt,
  facts.engagedAt,
]

const accepted = lineSteps.indexOf('accepted')
const consent = lineSteps.indexOf('consent')
const scheduled = lineSteps.indexOf('scheduled')
const last = lineSteps.length - 1

/**
 * Whether a step that happened came after its standard. Only steps with a due time of their own are judged.
 */
function wasLate(name: LineStepName, facts: LineFacts): boolean {
  if (name === 'decision') return facts.decisionLateAt !== null && facts.referredAt >= facts.decisionLateAt
  if (name !== 'handoff' || facts.handoffLateAt === null) return false
  const doneAt = facts.handoffCompletedAt ?? facts.sentAt
  return doneAt !== null && doneAt >= facts.handoffLateAt
}

/** What is owed belongs to the step it stands on, except the school's own work once care has begun. */
const beside: ReadonlySet<Step | null> = new Set<Step>(['confirm_feedback', 'close_loop'])

/** The mark of the step being worked on: whose turn it is, and whether its time has passed. */
function currentMark(facts: LineFacts, now: Date): MarkState {
  const late = !beside.has(facts.nextStep) && facts.nextLateAt !== null && now >= facts.nextLateAt
  if (facts.nextStep === 'rebook_visit' && facts.missedAt !== null) return 'now late'
  if (late) return facts.state === 'handoff_open' || facts.nextStep === 'hold_visit' ? 'now late' : 'late'
  const ours = facts.nextOwner !== 'partner' && facts.state !== 'handoff_open' && !beside.has(facts.nextStep)
  return ours ? 'due' : 'now'
}

/**
 * The step a line stands at: the one after the last that happened, or where an agency's no sent it back to.
 */
function currentStep(facts: LineFacts, reached: number): number {
  if (facts.state === 'not_accepted') return Math.min(Math.max(accepted, reached + 1), last)
  return reached + 1
}

const endStates: readonly ReferralState[] = ['redirected', 'withdrawn', 'closed']
/** The family said no to sending it, and has not said yes since: the line ends where they chose. */
export const choseNotToShare = (facts: Pick<LineFacts, 'state' | 'consentAt' | 'declinedAt'>): boolean =>
  facts.state === 'handoff_open' && facts.declinedAt !== null && facts.consentAt === null

function endStep(facts: LineFacts, at: number): LineStep {
  const refused = facts.state === 'redirected' && at === accepted
  const name = refused ? 'not_accepted' : (lineSteps[at] as LineStepName)
  return { name, s: 'end', at: facts.endedAt ?? facts.declinedAt }
}

/**
 * The line of a referral: nine steps and how each stands now, or as many as there were when it ended. Solid
 * is done, hollow is owed, round is on time, pointed is late, dotted is not shared, a square is a choice to
 * stop.
 */
export function lineOf(facts: LineFacts, now: Date): LineStep[] {
  const dates = datesOf(facts)
  const carries = (at: Date | null, i: number) =>
    at !== null && (i !== scheduled || facts.acceptedAt !== null)
  const reached = choseNotToShare(facts) ? consent - 1 : dates.findLastIndex(carries)
  const ended = endStates.includes(facts.state)
  const travelled = lineSteps.slice(0, reached + 1).map(
    (name, i): LineStep => ({
      name,
      s: wasLate(name, facts) ? 'done late' : 'done',
      at: dates[i] ?? null,
    }),
  )
  if (reached === last && !(facts.state === 'not_accepted')) return travelled
  if (ended || choseNotToShare(facts)) return [...travelled, endStep(facts, reached + 1)]
  const current = currentStep(facts, reached)
  const mark = (place: number): MarkState => {
    if (dates[place]) return 'done'
    if (facts.notShared) return 'hidden'
    return place === current ? currentMark(facts, now) : 'next'
  }
  const ahead = lineSteps.slice(reached + 1).map((name, i): LineStep => {
    const place = reached + 1 + i
    return { name, s: mark(place), at: dates[place] ?? null }
  })
  return [...travelled, ...ahead]
}

/**
 * The steps of a successor as they are drawn after the fork: its own consent first, and no handoff of its
 * own, because the elbow says where it comes from.
 */
export const forkOf = (steps: readonly LineStep[]): LineStep[] =>
  steps
    .filter(({ name }) => !['concern', 'decision', 'handoff'].includes(name))
    .map((step) => (step.name === 'consent' ? { ...step, name: 'new_consent' } : step))

/**
 * The facts and steps of a line for whoever may not know of consents: it says where the loop stands, and not
 * when a family was asked or what it answered then.
 */
export const withoutConsent = <L extends LineFacts & { line: readonly LineStep[] }>(link: L): L => ({
  ...link,
  consentAt: null,
  declinedAt: null,
  line: link.line.map((step) => (step.name === 'consent' ? { ...step, at: null } : step)),
})
