import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, clinicalStaff } from '#access/roles.ts'
import { decidersAt, followsQueue, staffAt, tierMovesOf } from '#concerns/contract.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { getStudentCard, personNames, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { notFound } from '#platform/problem.ts'
import { getMustNotText, getTier, modelInForce } from '#standards/contract.ts'
import { textOf } from './criterion-text.ts'
import { mayRun } from './policy.ts'
import { runningSupports, reviewsOf } from './review-store.ts'
import { supportTier } from './review-support.ts'
import { entryCriteria, exitCriteria, stateOn, tiersAfter } from './rules.ts'
import { findSupport } from './store.ts'
import { careOutside, strategiesOf } from './strategy-store.ts'
import type { BriefSupport } from './support.ts'

/** Who runs a support and what every look at it found, with the criteria in words. */
async function history(view: Viewing, support: BriefSupport) {
  const { tx, now } = view
  const reviews = await reviewsOf(tx, support.id)
  const { ownerId, clinicianId, entryCriterion, exitCriterion } = support
  const names = await personNames(tx, [ownerId, clinicianId, ...reviews.map(({ reviewedBy }) => reviewedBy)])
  const moves = await tierMovesOf(tx, support.studentId)
  const entered = moves.find((move) => move.entryCriterion === entryCriterion)?.movedAt ?? now
  return {
    owner: names.get(ownerId) ?? '',
    clinician: names.get(clinicianId ?? '') ?? null,
    entry: await textOf(view, entryCriterion, entered),
    exit: await textOf(view, exitCriterion, support.endedAt ?? now),
    reviews: await Promise.all(
      reviews.map(async (review) => ({
        ...review,
        by: names.get(review.reviewedBy) ?? '',
        exit: await textOf(view, review.exitCriterion, review.reviewedAt),
      })),
    ),
  }
}

/** One brief support: what it works on, who does it, when it is looked at, and what every look found. */
export const supportPage = look({
  name: 'supports/support',
  by: careTeam,
  given: z.object({ supportId: id }),
  shows: { for: 'coordination', whole: ['identity', 'supports'], parts: ['referrals'] },
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
    return {
      support,
      state: stateOn(support, today),
      student: { id: studentId, name: studentName(card), grade: card.grade, schoolName: card.schoolName },
      tierName: getTier(model.tiers.body, tier).name,
      mayRun: mayRun(view.actor, support),
      mayOpenDecision: followsQueue(view.actor.role, await decidersAt(view)),
      criteria: exitCriteria({ model, tier }).map(({ code, text }) => ({ code, text })),
      entries: tiersAfter(tier).flatMap((to) =>
        entryCriteria({ model, tier: to }).map(({ code, text }) => ({ tier: to, code, text })),
      ),
      clinicians: await staffAt(view.tx, {
        schoolId,
        roles: clinicalStaff,
        about: [studentId],
        now: view.now,
      }),
      highRiskRule: getMustNotText(model.must_not.body, 'high_risk_without_clinician'),
      proposedReview: addCalendarDays(today, 14),
      today,
      timeZone: calendar.timeZone,
      at: view.now,
      strategies: await strategiesOf(view.tx, support.id),
      outside: view.knows('referrals') ? await careOutside(view.tx, studentId) : [],
      ...(await history(view, support)),
    }
  },
})

/** Supports on one page. */
const size = 50

/** The running supports of one's schools, the review that comes first on top. */
export const supportList = look({
  name: 'supports/supports',
  by: careTeam,
  given: z.object({ mine: z.literal('yes').optional(), after: pageKey }),
  shows: { for: 'coordination', whole: ['identity', 'supports'] },
  async see(view, { mine, after }) {
    view.permit(true)
    const asked = { mine: mine === 'yes', after, limit: size + 1 }
    const found = await runningSupports(view.tx, view.actor, asked)
    const lines = found.slice(0, size)
    const last = found.length > size ? lines.at(-1) : undefined
    view.saw({ type: 'brief_support', id: null, studentIds: lines.map(({ studentId }) => studentId) })
    const today = dayOf(await calendarOf(view.tx), view.now)
    return {
      supports: lines.map((line) => ({ ...line, state: stateOn(line, today) })),
      mine: mine === 'yes',
      today,
      first: after === undefined,
      next: last && pageKeyText({ at: new Date(`${last.reviewOn}T00:00:00Z`), id: last.id }),
    }
  },
})

export type SupportData = Awaited<ReturnType<typeof supportPage.see>>
