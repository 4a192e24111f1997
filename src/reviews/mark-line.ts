import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { insertNotice, type StaffLine } from '#concerns/contract.ts'
import { askForLead } from '#escalations/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type CaseFacts, caseFacts } from './case-facts.ts'
import { findLine, nextUnmarked, saveMarked, type SeenLine } from './line-store.ts'
import { ownersFor } from './owners.ts'
import { mayReview, reviewers } from './policy.ts'
import {
  barriersSaid,
  decisions,
  deferrals,
  isOfCare,
  measuresSaid,
  outcomes,
  type Review,
  taskKinds,
  visitsSaid,
} from './review.ts'
import { type CaseStands, type Marking, obstaclesToMarking } from './rules.ts'
import { holdReview } from './store.ts'
import { insertTask } from './task-store.ts'
import { tellAgencies } from './tell-agencies.ts'
import { markingFields, markingWords } from './words.ts'

const empty = (given: unknown) => (given === '' ? undefined : given)
const Given = z.object({
  reviewId: id,
  referralId: id,
  outcome: choice(outcomes),
  decision: z.preprocess(empty, choice(decisions).optional()),
  deferredBecause: z.preprocess(empty, choice(deferrals).optional()),
  visitSaid: z.preprocess(empty, choice(visitsSaid).optional()),
  barriersSaid: z.preprocess(empty, choice(barriersSaid).optional()),
  measuresSaid: z.preprocess(empty, choice(measuresSaid).optional()),
  what: z.preprocess(empty, choice(taskKinds).optional()),
  ownerId: z.preprocess(empty, id.optional()),
  dueOn: z.preprocess(empty, day.optional()),
  words: optionalText(500),
})

type Said = { line: SeenLine; review: Review; marking: Marking }

/** What a decision sets in motion: somebody's task, or the lead. */
async function follow(unit: Unit, { line, review, marking }: Said) {
  const { words = '' } = marking
  const { decision, what, ownerId, dueOn } = marking
  const { referralId, studentId, schoolId, highNeed } = line
  // Where the lead knows already, what was said stands with the line.
  if (decision === 'ask_lead')
    await askForLead(unit, { id: referralId, studentId, schoolId, highNeed }, words)
  if (decision !== 'task' || what === undefined || ownerId === undefined || dueOn === undefined) return
  const about = { reviewId: review.id, referralId, studentId, schoolId }
  const taskId = insertTask(unit, { ...about, what, words: words === '' ? null : words, ownerId, dueOn })
  const subject = { type: 'review_task', id: taskId, studentId }
  unit.record('review_task.made', subject, { what, owner: ownerId })
  // Whoever was not at the table hears of it, too.
  if (ownerId === unit.actor.personId) return
  insertNotice(unit, { personId: ownerId, kind: 'review_task.given', subject })
  await unit.tell(personTold, { personId: ownerId, kind: 'review_task.given', subject })
}

const standsOf = (facts: CaseFacts): CaseStands => ({
  consented: facts.agencies.length > 0,
  visitBooked: facts.agencies.some(({ nextVisitAt }) => nextVisitAt !== null),
  barriersOpen: facts.barriers.length > 0,
  measuresUpdated: facts.updated,
})

/** What is kept of what was said: a case review says more than one of the open referrals. */
function keptOf(review: Review, marking: Marking) {
  const { outcome, words } = marking
  const reviewed = outcome === 'reviewed'
  const ofCase = reviewed && isOfCare(review)
  return {
    outcome,
    decision: reviewed ? (marking.decision ?? null) : null,
    deferredBecause: reviewed ? null : (marking.deferredBecause ?? null),
    visitSaid: ofCase ? (marking.visitSaid ?? null) : null,
    barriersSaid: ofCase ? (marking.barriersSaid ?? null) : null,
    measuresSaid: ofCase ? (marking.measuresSaid ?? null) : null,
    words: words === undefined || words === '' ? null : words,
  }
}

/** What the agencies of a case review are told was decided, and by whose role it is done. */
function toldOf({ decision = 'goes_on', ...marking }: Marking, owners: readonly StaffLine[]) {
  const none = { what: null, doneBy: null, dueOn: null }
  if (decision !== 'task') return { decision, ...none }
  const { what = null, ownerId, dueOn = null } = marking
  return { decision, what, dueOn, doneBy: owners.find(({ id: owner }) => owner === ownerId)?.role ?? null }
}

/** What was said of one line, written down while the meeting goes on [R079] [R161]. */
export const markLine = act({
  name: 'reviews/mark-line',
  by: reviewers,
  given: Given,
  refusals: markingWords,
  fields: markingFields,
  async do(unit, { reviewId, referralId, ...marking }) {
    const { tx, actor, now } = unit
    const review = (await holdReview(unit, reviewId)) ?? notFound()
    unit.permit(mayReview(actor, review), { type: 'review', id: review.id })
    const line = (await findLine(tx, { review: reviewId, referral: referralId, now })) ?? notFound()
    const staff = await ownersFor(tx, line, now)
    const facts = isOfCare(review) ? await caseFacts(tx, { review, line, now }) : undefined
    const obstacles = obstaclesToMarking(review, marking, {
      today: dayOf(await calendarOf(tx), now),
      owners: staff.map((each) => each.id),
      stands: facts && standsOf(facts),
    })
    if (obstacles.length > 0) return refused(obstacles)
    const said = keptOf(review, marking)
    saveMarked(unit, line, said)
    unit.record(
      said.outcome === 'reviewed' ? 'review.reviewed' : 'review.put_off',
      { type: 'review', id: review.id, studentId: line.studentId },
      { referral: referralId, decision: said.decision, because: said.deferredBecause },
    )
    if (said.outcome === 'reviewed') {
      await follow(unit, { line, review, marking })
      if (facts !== undefined) await tellAgencies(unit, { review, line, facts, said: toldOf(marking, staff) })
    }
    return done({ reviewId, nextId: (await nextUnmarked(tx, reviewId, referralId)) ?? null })
  },
})
