import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, dayOf, type SchoolCalendar, timeOf } from '#district/contract.ts'
import { getStudentCard, personNames, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import {
  clockWords,
  dayWords,
  dueAt,
  getStandard,
  getTier,
  labelOf,
  modelInForce,
  type Published,
  type PublishedModel,
  type Tier,
} from '#standards/contract.ts'
import { findOpened } from './consequence-store.ts'
import { decidersAt } from './deciders.ts'
import { decisionsOf, findDecision } from './decision-store.ts'
import { followIfNamed, followsQueue } from './policy.ts'
import { handoffRules, type RuleShown } from './triage-page.ts'
import { tierMovesOf } from './tier-store.ts'

type When = { calendar: SchoolCalendar; model: PublishedModel; now: Date }

/** By when the assessment is held: the same-week standard that was in force, from the decision [R016]. */
function assessmentBy({ calendar, model, now }: When, tier: Tier) {
  const due = dueAt(calendar, model.time_standards.body, { clock: 'assessment', startedAt: now, tier })
  return { dueAt: due.dueAt, on: dayWords(dayOf(calendar, due.dueAt), dayOf(calendar, now)) }
}

/** When something was due, of which it is not said whether it was done: the day and the time. */
const plainly =
  (calendar: SchoolCalendar, now: Date) =>
  (rule: RuleShown): RuleShown => ({
    ...rule,
    due: {
      headline: dayWords(dayOf(calendar, rule.dueAt), dayOf(calendar, now)),
      detail: timeOf(calendar, rule.dueAt),
    },
  })

/** The answers as they read in the version they were given to. */
const inWords = ({ body }: Published<'checklist'>, given: Readonly<Record<string, string>>) =>
  body.items.map(({ code, question, answers }) => ({
    question,
    answer: answers.find((answer) => answer.code === given[code])?.label ?? null,
  }))

/** A decision with the answers it rests on, in the words of the version that was used [R020]. */
export const decisionPage = look({
  name: 'concerns/decision',
  by: careTeam,
  ifNamed: followIfNamed,
  given: z.object({ decisionId: id }),
  shows: { for: 'triage', whole: ['identity', 'triage'] },
  async see(view, { decisionId }) {
    const decision = (await findDecision(view.tx, view.actor, decisionId)) ?? notFound()
    const follows = followsQueue(view.actor.role, await decidersAt(view))
    view.permit(follows || decision.reviewerId === view.actor.personId)
    const { studentId } = decision
    view.saw({ type: 'triage_decision', id: decisionId, studentId })
    const checklist = (await getStandard(view.tx, decision.checklistId)) as Published<'checklist'>
    const [calendar, model] = [await calendarOf(view.tx), await modelInForce(view.tx, decision.decidedAt)]
    const { decidedBy, reviewerId, clinicianId, navigatorId } = decision
    const names = await personNames(view.tx, [decidedBy, reviewerId, clinicianId, navigatorId])
    const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null))
    const before = (await decisionsOf(view.tx, studentId)).find((each) => each.id === decision.replacesId)
    const moved = (await tierMovesOf(view.tx, studentId)).find(({ movedAt }) => movedAt < decision.decidedAt)
    const when = { calendar, model, now: decision.decidedAt }
    const rules = handoffRules({ replaces: before, currentTier: moved?.toTier }, when)
    const card = await getStudentCard(view.tx, studentId)
    return {
      decision,
      student: { id: studentId, name: studentName(card), grade: card.grade },
      answers: inWords(checklist, decision.answers),
      tiers: { name: getTier(model.tiers.body, decision.tier).name, version: model.tiers.version },
      reason: labelOf(model.reasons.body, 'referral_category', { code: decision.reasonCategory }),
      decider: nameOf(decidedBy),
      reviewer: nameOf(reviewerId),
      clinician: nameOf(clinicianId),
      navigator: nameOf(navigatorId),
      reviewIsMine: reviewerId !== null && reviewerId === view.actor.personId && decision.reviewedAt === null,
      reviewClock:
        decision.reviewDueAt && clockWords(calendar, { dueAt: decision.reviewDueAt, now: view.now }),
      opened: (await findOpened(view.tx, { id: decisionId, path: decision.chosen })) ?? null,
      rules: rules.path[decision.chosen].map(plainly(calendar, view.now)),
      assessment: decision.chosen === 'b' ? assessmentBy(when, decision.tier) : null,
      timeZone: calendar.timeZone,
      at: view.now,
    }
  },
})
