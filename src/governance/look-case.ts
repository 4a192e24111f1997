import { z } from 'zod'
import { look } from '#access/look.ts'
import { followedSteps, recordOf } from '#crisis/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { getStudentCard, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findCase } from './case-store.ts'
import { caseReviewers, mayReviewAt } from './policy.ts'

/** A sampled incident: its timeline, each step as the record says it went, and what was found [R109]. */
export const lookCase = look({
  name: 'governance/case',
  by: caseReviewers,
  given: z.object({ caseId: id }),
  shows: { for: 'crisis', whole: ['crisis'], parts: ['identity'] },
  async see(view, { caseId }) {
    const { tx, actor, now } = view
    const sampled = (await findCase(tx, actor, caseId)) ?? notFound()
    const record = (await recordOf(view, sampled.incidentId ?? notFound())) ?? notFound()
    view.permit(mayReviewAt(actor, sampled.schoolId))
    const { studentId } = sampled
    view.saw({ type: 'sampled_case', id: caseId, studentId })
    const calendar = await calendarOf(tx)
    const { incident, entries, standard } = record
    const tookPart = actor.personId !== null && sampled.tookPart.includes(actor.personId)
    return {
      sampled,
      student: view.knows('identity') ? studentName(await getStudentCard(tx, studentId)) : null,
      recorded: sampled.recorded ?? followedSteps(record),
      tookPart,
      mayReview: sampled.reviewedAt === null && !tookPart,
      startedAt: incident.startedAt,
      entries,
      standard,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenCase = Awaited<ReturnType<typeof lookCase.see>>
