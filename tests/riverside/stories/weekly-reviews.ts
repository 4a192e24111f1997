import { closeReview } from '#reviews/close-review.ts'
import { lookReview } from '#reviews/look-review.ts'
import { markLine } from '#reviews/mark-line.ts'
import { openReview } from '#reviews/open-review.ts'
import type { Doer } from '#access/doer.ts'
import { cast } from '../cast.ts'
import { schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const goesOn = { outcome: 'reviewed', decision: 'goes_on' }
const team = [cast.maya.id, cast.daniel.id, cast.ruth.id]

async function begin(maya: Doer) {
  const schoolIds = [schools.alderCreek.id, schools.larkspur.id]
  const { reviewId } = await perform(maya, openReview, { schoolIds })
  const { lines } = await lookReview.see(maya, { reviewId })
  return { reviewId, referrals: lines.map(({ referralId }) => referralId) }
}

/**
 * The team went through everything last week but for the last one on the list. This week's meeting is under
 * way: what stalled was talked about, one is put off, and the rest is still ahead.
 */
export const weeklyReviews: Story = async ({ teller, almanac: { day, moment, ago, weekBegan } }) => {
  teller.at(moment(weekBegan(1) + 2, '13:00'))
  const before = await begin(teller.being('maya'))
  for (const referralId of before.referrals.slice(0, -1))
    await perform(teller.being('maya'), markLine, { reviewId: before.reviewId, referralId, ...goesOn })
  teller.at(moment(weekBegan(1) + 2, '13:50'))
  await perform(teller.being('maya'), closeReview, { reviewId: before.reviewId, personIds: team })

  teller.at(ago(34))
  const { reviewId, referrals } = await begin(teller.being('maya'))
  const said = [
    {
      outcome: 'reviewed',
      decision: 'task',
      what: 'arrange_transport',
      ownerId: cast.maya.id,
      dueOn: day(2),
    },
    goesOn,
    { outcome: 'deferred', deferredBecause: 'somebody_missing', words: 'Helen knows the family. Thursday.' },
    goesOn,
  ]
  for (const [at, given] of said.entries()) {
    const referralId = referrals[at]
    if (referralId === undefined) return
    teller.at(ago(32 - 3 * at))
    await perform(teller.being('maya'), markLine, { reviewId, referralId, ...given })
  }
}
