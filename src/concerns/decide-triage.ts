import { act, done, refused } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { lacks } from '#access/trained.ts'
import type { Unit } from '#access/unit.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { holdForTriage, subjectOf, takenUp } from './acknowledge-concern.ts'
import type { Choice } from './choice.ts'
import type { Concern, Decision, Screening } from './concern.ts'
import { choiceOf, chosenOf, DecisionGiven, fieldOfObstacle } from './decision-given.ts'
import { decisionFacts, type GatheredFacts } from './decision-facts.ts'
import { insertDecision } from './decision-store.ts'
import { type SupportPlan, triageDecided } from './happenings.ts'
import { concernLifecycle } from './lifecycle.ts'
import { askReview, reviewDueAt } from './review.ts'
import { isHighRisk, obstaclesToDeciding } from './rules.ts'
import { saveConcern } from './store.ts'
import { tellReporter } from './tell-reporter.ts'
import { moveTier } from './tier-store.ts'
import { obstacleWords } from './words.ts'

type Deciding = {
  concern: Concern & { studentId: string }
  choice: Choice
  screening: Screening
  facts: GatheredFacts
}

/** The decision as it is kept: the answers, the version, and who chose what [R020]. */
async function decisionFrom(unit: Unit, { concern, choice, screening, facts }: Deciding): Promise<Decision> {
  const departs = screening.indicated !== choice.path
  return {
    id: unit.id(),
    concernId: concern.id,
    studentId: concern.studentId,
    schoolId: concern.schoolId,
    screeningId: screening.id,
    checklistId: screening.checklistId,
    checklistVersion: screening.checklistVersion,
    answers: screening.answers,
    score: screening.score,
    indicated: screening.indicated,
    chosen: choice.path,
    tier: choice.tier,
    reasonCategory: choice.reasonCategory,
    overrideReason: departs ? (choice.overrideReason ?? null) : null,
    reviewerId: departs ? (choice.reviewerId ?? null) : null,
    reviewDueAt: departs ? await reviewDueAt(unit) : null,
    reviewAnswer: null,
    reviewNote: null,
    reviewedAt: null,
    clinicianId: choice.path === 'a' ? (choice.clinicianId ?? null) : null,
    navigatorId: choice.path === 'b' ? (choice.navigatorId ?? null) : null,
    highRisk: isHighRisk(screening),
    replacesId: facts.replaces?.id ?? null,
    decidedBy: unit.actor.personId as string,
    decidedAt: unit.now,
  }
}

/** Who decides, and whether they are trained where the district requires it [R308]. */
const decidedBy = (actor: Actor) => ({ deciderId: actor.personId, untrained: lacks(actor, 'triage') })

/** Writes the move between tiers, when the decision is one [R012]. */
async function recordTier(unit: Unit, decision: Decision, { choice, facts }: Deciding): Promise<void> {
  if (facts.currentTier === decision.tier) return
  moveTier(unit, {
    studentId: decision.studentId,
    schoolId: decision.schoolId,
    fromTier: facts.currentTier ?? null,
    toTier: decision.tier,
    exitCriterion: facts.currentTier === undefined ? null : (choice.exitCriterion ?? null),
    entryCriterion: choice.entryCriterion as string,
    tiers: facts.model.tiers,
    decisionId: decision.id,
  })
}

async function write(unit: Unit, decision: Decision, deciding: Deciding): Promise<void> {
  const { concern } = deciding
  insertDecision(unit, decision)
  const taken = takenUp(unit, concern)
  saveConcern(unit, {
    ...taken,
    state: concernLifecycle.next(taken.state, 'triage'),
    endedAt: unit.now,
  })
  await recordTier(unit, decision, deciding)
  const { chosen, indicated, tier, score, checklistVersion } = decision
  const subject = { type: 'triage_decision', id: decision.id, studentId: decision.studentId }
  unit.record('decision.made', subject, {
    concern: concern.id,
    path: chosen,
    indicated,
    tier,
    score,
    checklistVersion,
  })
  unit.record('concern.triaged', subjectOf(concern), { path: chosen, decision: decision.id })
}

/** What the path opens follows here and now; the support's plan is complete when the rules let it pass. */
const tellOf = (unit: Unit, decision: Decision, { support, entryCriterion }: DecisionGiven) =>
  unit.tell(triageDecided, {
    decisionId: decision.id,
    concernId: decision.concernId,
    studentId: decision.studentId,
    schoolId: decision.schoolId,
    path: decision.chosen,
    tier: decision.tier,
    reasonCategory: decision.reasonCategory,
    decidedAt: unit.now.toISOString(),
    navigatorId: decision.navigatorId,
    partnerId: null,
    clinicianId: decision.clinicianId,
    highRisk: decision.highRisk,
    ...(decision.chosen === 'a' && {
      support: { ...support, entryCriterion } as SupportPlan,
    }),
  })

/**
 * Designated staff decide which one of three paths a concern takes [R014] [R018]. Departing from what the
 * checklist indicates needs a reason and a second person, who answers the same day [R019].
 */
export const decideTriage = act({
  name: 'concerns/decide-triage',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: DecisionGiven,
  refusals: obstacleWords,
  fields: fieldOfObstacle,
  async do(unit, given) {
    const concern = await holdForTriage(unit, given.concernId)
    const facts = await decisionFacts(unit, concern)
    const { screening } = facts
    if (screening !== undefined && screening.id !== given.screeningId) throw new Problem('changed_meanwhile')
    const choice = choiceOf(given)
    const because = obstaclesToDeciding(concern, choice, { ...facts, ...decidedBy(unit.actor) })
    if (because.length > 0 || concern.studentId === null || screening === undefined) return refused(because)

    const deciding = { concern: { ...concern, studentId: concern.studentId }, choice, screening, facts }
    const decision = await decisionFrom(unit, deciding)
    await write(unit, decision, deciding)
    await askReview(unit, decision)
    tellReporter(unit, concern, 'reporter.handled')
    const [openedId] = await tellOf(unit, decision, given)
    if (openedId === undefined) throw new Error(`A decision for path ${decision.chosen} opened nothing`)
    return done({ decisionId: decision.id, path: decision.chosen, openedId })
  },
  async foresee(unit, fits) {
    const concern = await holdForTriage(unit, fits.concernId ?? notFound())
    const facts = await decisionFacts(unit, concern)
    return obstaclesToDeciding(concern, chosenOf(fits), { ...facts, ...decidedBy(unit.actor) })
  },
})
