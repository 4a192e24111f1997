import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, clinicalStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { moveTier, openRetriage, staffAt, tierOf } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id, optionalText, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce, type PublishedModel, type Tier } from '#standards/contract.ts'
import { callReviewAt } from './call-review.ts'
import { outcomes, supportLifecycle, type Outcome } from './lifecycle.ts'
import { mayRun } from './policy.ts'
import { insertReview } from './review-store.ts'
import { obstaclesToReviewing, type ReviewChoice, tierAfter } from './rules.ts'
import { holdSupport, saveSupport } from './store.ts'
import type { BriefSupport, Review } from './support.ts'
import { obstacleWords } from './words.ts'

const Given = z.object({
  supportId: id,
  outcome: choice(Object.keys(outcomes) as [Outcome, ...Outcome[]], 'Choose how the review ended'),
  improving: yesNo('Say whether things got better').optional(),
  exitCriterion: optionalText(60),
  entryCriterion: optionalText(60),
  nextReviewOn: day.optional(),
  clinicianId: id.optional(),
  whatChanged: optionalText(2000),
})

type ReviewGiven = z.output<typeof Given>

const orNone = (typed: string | undefined) => (typed === '' ? undefined : typed)

const choiceOf = (given: ReviewGiven): ReviewChoice => ({
  outcome: given.outcome,
  exitCriterion: orNone(given.exitCriterion),
  entryCriterion: orNone(given.entryCriterion),
  nextReviewOn: given.nextReviewOn,
  clinicianId: given.clinicianId,
  whatChanged: orNone(given.whatChanged),
})

/** A review as it is kept: the next day where it goes on, the criterion where it ends. */
function reviewFrom(unit: Unit, given: ReviewGiven): Review {
  const ends = given.outcome !== 'continue'
  return {
    id: unit.id(),
    outcome: given.outcome,
    improving: given.improving ?? null,
    exitCriterion: ends ? (orNone(given.exitCriterion) ?? null) : null,
    nextReviewOn: ends ? null : (given.nextReviewOn ?? null),
    clinicianId: given.clinicianId ?? null,
    reviewedBy: unit.actor.personId as string,
    reviewedAt: unit.now,
  }
}

/** The tier of a student on brief support; tier 2 where none is on record. */
export const supportTier = async (unit: Pick<Unit, 'tx'>, studentId: string): Promise<Tier> =>
  (await tierOf(unit.tx, studentId)) ?? 2

async function reviewFacts(unit: Unit, { studentId, schoolId }: BriefSupport) {
  const clinicians = await staffAt(unit.tx, {
    schoolId,
    roles: clinicalStaff,
    about: [studentId],
    now: unit.now,
  })
  return {
    model: await modelInForce(unit.tx, unit.now),
    tier: await supportTier(unit, studentId),
    today: dayOf(await calendarOf(unit.tx), unit.now),
    clinicians: clinicians.map((each) => each.id),
  }
}

const triageAgain = (unit: Unit, { studentId, schoolId }: BriefSupport, observed: string) =>
  openRetriage(unit, { studentId, schoolId, observed, urgency: 'this_week' })

type Ending = { support: BriefSupport; choice: ReviewChoice; model: PublishedModel; tier: Tier }

/** Goals met and stepping down end in a lower tier, with both criteria cited as they were chosen [R012]. */
function leaveTier(unit: Unit, { support, choice, model, tier }: Ending): void {
  const toTier = tierAfter(choice.outcome, tier)
  if (toTier === undefined) return
  moveTier(unit, {
    studentId: support.studentId,
    schoolId: support.schoolId,
    fromTier: tier,
    toTier,
    exitCriterion: choice.exitCriterion as string,
    entryCriterion: choice.entryCriterion as string,
    tiers: model.tiers,
    supportId: support.id,
  })
}

/** A support after a review: it goes on with a new review day, or it has ended. */
function after(unit: Unit, support: BriefSupport, review: Review): BriefSupport {
  const ends = review.outcome !== 'continue'
  return {
    ...support,
    state: supportLifecycle.next(support.state, outcomes[review.outcome]),
    reviewOn: review.nextReviewOn ?? support.reviewOn,
    clinicianId: review.clinicianId ?? support.clinicianId,
    exitCriterion: review.exitCriterion,
    endedAt: ends ? unit.now : null,
  }
}

/**
 * Looks at a support again: it goes on, or it ends with the exit criterion that is met [R015]. What does
 * not improve steps up, which opens a new triage at once.
 */
export const reviewSupport = act({
  name: 'supports/review-support',
  by: careTeam,
  given: Given,
  refusals: obstacleWords,
  async do(unit, given) {
    const support = (await holdSupport(unit, given.supportId)) ?? notFound()
    const subject = { type: 'brief_support', id: support.id, studentId: support.studentId }
    unit.permit(mayRun(unit.actor, support), subject)
    const facts = await reviewFacts(unit, support)
    const choice = choiceOf(given)
    const because = obstaclesToReviewing(support, choice, facts)
    if (because.length > 0) return refused(because)

    const review = reviewFrom(unit, given)
    await insertReview(unit, support, review)
    const saved = saveSupport(unit, after(unit, support, review))
    const { outcome, exitCriterion } = review
    const ends = outcome !== 'continue'
    unit.record(ends ? 'support.ended' : 'support.continued', subject, { outcome, exit: exitCriterion })
    if (ends) leaveTier(unit, { support, choice, ...facts })
    else await callReviewAt(unit, saved)
    const concernId =
      outcome === 'step_up' ? await triageAgain(unit, support, choice.whatChanged ?? '') : null
    return done({ supportId: support.id, concernId })
  },
})
