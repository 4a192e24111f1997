import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { askForLead } from '#escalations/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findLine, nextUnmarked, saveMarked, type SeenLine } from './line-store.ts'
import { ownersFor } from './owners.ts'
import { mayReview, reviewers } from './policy.ts'
import { decisions, deferrals, outcomes, taskKinds } from './review.ts'
import { type Marking, obstaclesToMarking } from './rules.ts'
import { holdReview } from './store.ts'
import { insertTask } from './task-store.ts'
import { markingWords } from './words.ts'

const empty = (given: unknown) => (given === '' ? undefined : given)
const Given = z.object({
  reviewId: id,
  referralId: id,
  outcome: choice(outcomes),
  decision: z.preprocess(empty, choice(decisions).optional()),
  deferredBecause: z.preprocess(empty, choice(deferrals).optional()),
  what: z.preprocess(empty, choice(taskKinds).optional()),
  ownerId: z.preprocess(empty, id.optional()),
  dueOn: z.preprocess(empty, day.optional()),
  words: optionalText(500),
})

type Said = { line: SeenLine; reviewId: string; marking: Marking }

/** What a decision sets in motion: somebody's task, or the lead. */
async function follow(unit: Unit, { line, reviewId, marking }: Said) {
  const { words = '' } = marking
  const { decision, what, ownerId, dueOn } = marking
  const { referralId, studentId, schoolId, highNeed } = line
  // Where the lead knows already, what was said stands with the line.
  if (decision === 'ask_lead')
    await askForLead(unit, { id: referralId, studentId, schoolId, highNeed }, words)
  if (decision !== 'task' || what === undefined || ownerId === undefined || dueOn === undefined) return
  const about = { reviewId, referralId, studentId, schoolId }
  const taskId = insertTask(unit, { ...about, what, words: words === '' ? null : words, ownerId, dueOn })
  unit.record('review_task.made', { type: 'review_task', id: taskId, studentId }, { what, owner: ownerId })
}

/** What was said of one referral, written down while the meeting goes on [R079]. */
export const markLine = act({
  name: 'reviews/mark-line',
  by: reviewers,
  given: Given,
  refusals: markingWords,
  fields: {
    decision_missing: 'decision',
    reason_missing: 'deferredBecause',
    task_missing: 'what',
    owner_missing: 'ownerId',
    owner_unknown: 'ownerId',
    due_missing: 'dueOn',
    due_in_the_past: 'dueOn',
    words_missing: 'words',
  },
  async do(unit, { reviewId, referralId, ...marking }) {
    const { tx, actor, now } = unit
    const review = (await holdReview(unit, reviewId)) ?? notFound()
    unit.permit(mayReview(actor, review), { type: 'review', id: review.id })
    const line = (await findLine(tx, { review: reviewId, referral: referralId, now })) ?? notFound()
    const owners = (await ownersFor(tx, line, now)).map((each) => each.id)
    const today = dayOf(await calendarOf(tx), now)
    const obstacles = obstaclesToMarking(review, marking, { today, owners })
    if (obstacles.length > 0) return refused(obstacles)
    const { outcome, words = null } = marking
    const decision = outcome === 'reviewed' ? (marking.decision ?? null) : null
    const deferredBecause = outcome === 'deferred' ? (marking.deferredBecause ?? null) : null
    saveMarked(unit, line, { outcome, decision, deferredBecause, words: words === '' ? null : words })
    unit.record(
      outcome === 'reviewed' ? 'review.reviewed' : 'review.put_off',
      { type: 'review', id: review.id, studentId: line.studentId },
      { referral: referralId, decision, because: deferredBecause },
    )
    if (outcome === 'reviewed') await follow(unit, { line, reviewId, marking })
    return done({ reviewId, nextId: (await nextUnmarked(tx, reviewId, referralId)) ?? null })
  },
})
