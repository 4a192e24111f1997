import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, schoolsOf } from '#district/contract.ts'
import { choices, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertLines, listToReview } from './line-store.ts'
import { mostLines, mostSchools } from './opening.ts'
import { mayReview, reviewers } from './policy.ts'
import { mondayOf } from './rules.ts'
import { insertReview, reviewsUnderWay } from './store.ts'
import { openingWords } from './words.ts'

/** A meeting begins: the house makes the list of every open referral nobody reviewed this week [R079]. */
export const openReview = act({
  name: 'reviews/open-review',
  by: reviewers,
  given: z.object({ schoolIds: choices(id) }),
  refusals: openingWords,
  fields: { none_chosen: 'schoolIds', too_many: 'schoolIds' },
  async do(unit, given) {
    const { tx, actor, now } = unit
    const schoolIds = [...new Set(given.schoolIds)]
    const known = new Set((await schoolsOf(tx, actor)).map((school) => school.id))
    if (schoolIds.some((school) => !known.has(school))) notFound()
    unit.permit(mayReview(actor, { schoolIds }))
    if (schoolIds.length === 0) return refused(['none_chosen'])
    if (schoolIds.length > mostSchools) return refused(['too_many'])
    if ((await reviewsUnderWay(tx, schoolIds)).length > 0) return refused(['under_way'])
    const weekOn = mondayOf(dayOf(await calendarOf(tx), now))
    const referrals = await listToReview(tx, { schools: schoolIds, week: weekOn, now, limit: mostLines })
    if (referrals.length === 0) return refused(['nothing_left'])
    const reviewId = insertReview(unit, { weekOn, schoolIds })
    insertLines(unit, reviewId, referrals)
    unit.record('review.opened', { type: 'review', id: reviewId }, { week: weekOn, listed: referrals.length })
    return done({ reviewId })
  },
})
