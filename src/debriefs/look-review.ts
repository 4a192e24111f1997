import { z } from 'zod'
import { look } from '#access/look.ts'
import { followedSteps, recordOf } from '#crisis/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { getStudentCard, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { missesOf } from '#standards/contract.ts'
import { improvementsOf } from './improvement-store.ts'
import { subjectOf } from './open-review.ts'
import { ownersFor } from './owners.ts'
import { reviewers } from './policy.ts'
import { isLate } from './rules.ts'
import { findReview } from './store.ts'

/** The review of an incident: its timeline, each step as the record says it went, and what is owed of it. */
export const lookReview = look({
  name: 'debriefs/review',
  by: reviewers,
  given: z.object({ incidentId: id }),
  shows: { for: 'crisis', whole: ['crisis'], parts: ['identity'] },
  async see(view, { incidentId }) {
    const { tx, actor, now } = view
    const review = (await findReview(tx, actor, incidentId)) ?? notFound()
    const recorded = (await recordOf(view, incidentId)) ?? notFound()
    view.permit(true)
    view.saw(subjectOf(review))
    const calendar = await calendarOf(tx)
    const { incident, entries, standard } = recorded
    return {
      review,
      isLate: isLate(review, now),
      mayWrite: review.writtenAt === null && !(review.byAnother && review.ledBy === actor.personId),
      student: view.knows('identity') ? studentName(await getStudentCard(tx, review.studentId)) : null,
      startedAt: incident.startedAt,
      place: incident.place,
      onPremises: incident.onPremises,
      knownBy: incident.knownBy,
      closedAt: incident.closedAt,
      entries,
      standard,
      recorded: followedSteps(recorded),
      misses: await missesOf(tx, incidentId, review.id),
      improvements: await improvementsOf(tx, incidentId),
      owners: (await ownersFor(view, review)).map(({ id: ownerId, name }) => ({ id: ownerId, name })),
      calendar,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenReviewPage = Awaited<ReturnType<typeof lookReview.see>>
