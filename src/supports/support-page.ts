import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam, triageStaff } from '#access/roles.ts'
import { staffAt } from '#concerns/contract.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { getStudentCard, personNames, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { getMustNotText, getTier, modelInForce } from '#standards/contract.ts'
import { mayRun } from './policy.ts'
import { runningSupports, reviewsOf } from './review-store.ts'
import { supportTier } from './review-support.ts'
import { exitCriteria, stateOn } from './rules.ts'
import { findSupport } from './store.ts'

/** One brief support: what it works on, who does it, when it is looked at, and what every look found. */
export const supportPage = look({
  name: 'supports/support',
  by: careTeam,
  given: z.object({ supportId: id }),
  async see(view, { supportId }) {
    const support = (await findSupport(view.tx, view.actor, supportId)) ?? notFound()
    view.permit(true)
    const { studentId, schoolId } = support
    view.saw({ type: 'brief_support', id: supportId, studentId })
    const card = await getStudentCard(view.tx, studentId)
    const model = await modelInForce(view.tx, view.now)
    const tier = await supportTier(view, studentId)
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const reviews = await reviewsOf(view.tx, supportId)
    const names = await personNames(view.tx, [support.ownerId, support.clinicianId, ...reviews.map((each) => each.reviewedBy)])
    const texts = new Map(
      model.tiers.body.tiers.flatMap(({ entry, exit }) => [...entry, ...exit]).map(({ code, text }) => [code, text]),
    )
    return {
      support,
      state: stateOn(support, today),
      student: { id: studentId, name: studentName(card), grade: card.grade, schoolName: card.schoolName },
      owner: names.get(support.ownerId) ?? '',
      clinician: names.get(support.clinicianId ?? '') ?? null,
      tierName: getTier(model.tiers.body, tier).name,
      entry: texts.get(support.entryCriterion) ?? support.entryCriterion,
      exit: support.exitCriterion === null ? null : (texts.get(support.exitCriterion) ?? support.exitCriterion),
      reviews: reviews.map((review) => ({
        ...review,
        by: names.get(review.reviewedBy) ?? '',
        exit: review.exitCriterion === null ? null : (texts.get(review.exitCriterion) ?? review.exitCriterion),
      })),
      mayRun: mayRun(view.actor, support),
      criteria: exitCriteria({ model, tier }).map(({ code, text }) => ({ code, text })),
      clinicians: await staffAt(view.tx, { schoolId, roles: triageStaff, now: view.now }),
      highRiskRule: getMustNotText(model.must_not.body, 'high_risk_without_clinician'),
      proposedReview: addCalendarDays(today, 14),
      today,
      timeZone: calendar.timeZone,
      at: view.now,
    }
  },
})

/** The running supports of one's schools, the review that comes first on top. */
export const supportList = look({
  name: 'supports/supports',
  by: careTeam,
  given: z.object({ mine: z.literal('yes').optional() }),
  async see(view, { mine }) {
    view.permit(true)
    const lines = await runningSupports(view.tx, view.actor, { mine: mine === 'yes' })
    view.saw({ type: 'brief_support', id: null, studentIds: lines.map(({ studentId }) => studentId) })
    const today = dayOf(await calendarOf(view.tx), view.now)
    return { supports: lines.map((line) => ({ ...line, state: stateOn(line, today) })), mine: mine === 'yes', today }
  },
})
