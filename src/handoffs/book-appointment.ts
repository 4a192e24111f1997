import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { book, visitGiven } from './booking.ts'
import { bookingObstacleWords } from './words.ts'
import { workOnHandoff } from './work-on-handoff.ts'

/** The navigator books the first visit, or a later one, with the family on the line [R048]. */
export const bookAppointment = act({
  name: 'handoffs/book-appointment',
  by: navigatingStaff,
  given: z.object({ referralId: id, ...visitGiven }),
  refusals: bookingObstacleWords,
  async do(unit, { referralId, ...given }) {
    const { referral } = await workOnHandoff(unit, referralId)
    const outcome = await book(unit, { referral, given, replacesId: null })
    return 'because' in outcome ? refused(outcome.because) : done({ referralId, ...outcome })
  },
})
