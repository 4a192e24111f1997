import { closeReview } from '#reviews/close-review.ts'
import { lookLine } from '#reviews/look-line.ts'
import { lookReview } from '#reviews/look-review.ts'
import { markLine } from '#reviews/mark-line.ts'
import { openCaseReview } from '#reviews/open-case-review.ts'
import type { Doer } from '#access/doer.ts'
import { cast } from '../cast.ts'
import { schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const goesOn = { decision: 'goes_on' }
const schoolIds = [schools.alderCreek.id, schools.larkspur.id, schools.harlow.id]
const around = [cast.grace.id, cast.maya.id, cast.tomas.id]

async function begin(grace: Doer) {
  const { reviewId } = await perform(grace, openCaseReview, { schoolIds })
  const { lines } = await lookReview.see(grace, { reviewId })
  return { reviewId, referrals: lines.map(({ referralId }) => referralId) }
}

/** What is said of a student as the record has it. */
async function asItStands(grace: Doer, at: { reviewId: string; referralId: string }) {
  const { stands } = await lookLine.see(grace, at)
  const booked = stands?.agencies.some(({ nextVisitAt }) => nextVisitAt !== null) === true
  return {
    outcome: 'reviewed',
    visitSaid: booked ? 'confirmed' : 'none_booked',
    barriersSaid: stands?.barriers.length === 0 ? 'none' : 'watched',
    measuresSaid: stands?.measures.length === 0 ? 'not_agreed' : 'unchanged',
  }
}

/**
 * Those who coordinate care went through the caseloads last week, with a clinician of one agency, but for
 * the last on the list. This week's meeting is under way: one student was talked about, and the agencies
 * were told who does what.
 */
export const caseReviews: Story = async ({ teller, almanac: { day, moment, ago, weekBegan } }) => {
  teller.at(moment(weekBegan(1), '14:00'))
  const before = await begin(teller.being('grace'))
  for (const referralId of before.referrals.slice(0, -1)) {
    const at = { reviewId: before.reviewId, referralId }
    const said = await asItStands(teller.being('grace'), at)
    await perform(teller.being('grace'), markLine, { ...at, ...said, ...goesOn })
  }
  teller.at(moment(weekBegan(1), '14:40'))
  await perform(teller.being('grace'), closeReview, { reviewId: before.reviewId, personIds: around })

  teller.at(ago(26))
  const { reviewId, referrals } = await begin(teller.being('grace'))
  const [referralId] = referrals
  if (referralId === undefined) throw new Error('Nobody is on a caseload')
  const said = await asItStands(teller.being('grace'), { reviewId, referralId })
  const task = { decision: 'task', what: 'ask_agency', ownerId: cast.grace.id, dueOn: day(3) }
  await perform(teller.being('grace'), markLine, { reviewId, referralId, ...said, ...task })
}
