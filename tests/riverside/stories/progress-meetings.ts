import { closeReview } from '#reviews/close-review.ts'
import { lookLine } from '#reviews/look-line.ts'
import { lookProgressMeetings } from '#reviews/look-progress-meetings.ts'
import { lookReview } from '#reviews/look-review.ts'
import { markLine } from '#reviews/mark-line.ts'
import { openProgressMeeting } from '#reviews/open-progress-meeting.ts'
import { cast } from '../cast.ts'
import { schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * Last week Grace, Maya and a clinician looked at how everybody in service at Alder Creek does together, and
 * spoke of one student. The high school has not met yet.
 */
export const progressMeetings: Story = async ({ teller, almanac: { moment, weekBegan, day } }) => {
  teller.at(moment(weekBegan(1) + 2, '14:00'))
  const grace = teller.being('grace')
  const { students } = await lookProgressMeetings.see(grace, { school: schools.alderCreek.id })
  const [chosen] = students
  const given = {
    schoolIds: [schools.alderCreek.id],
    studentIds: chosen === undefined ? [] : [chosen.studentId],
  }
  const { reviewId } = await perform(grace, openProgressMeeting, given)
  const { lines, choice } = await lookReview.see(grace, { reviewId })
  for (const { referralId } of lines) {
    const at = { reviewId, referralId }
    const { stands } = await lookLine.see(grace, at)
    const booked = stands?.agencies.some(({ nextVisitAt }) => nextVisitAt !== null) === true
    await perform(grace, markLine, {
      ...at,
      outcome: 'reviewed',
      visitSaid: booked ? 'confirmed' : 'none_booked',
      barriersSaid: stands?.barriers.length === 0 ? 'none' : 'watched',
      measuresSaid: stands?.measures.length === 0 ? 'not_agreed' : 'unchanged',
      decision: 'task',
      what: 'talk_with_student',
      ownerId: cast.grace.id,
      dueOn: day(4),
    })
  }
  teller.at(moment(weekBegan(1) + 2, '14:35'))
  const around: readonly string[] = [cast.grace.id, cast.maya.id, cast.tomas.id]
  const personIds = choice.flatMap(({ id }) => (around.includes(id) ? [id] : []))
  await perform(teller.being('grace'), closeReview, { reviewId, personIds })
}
