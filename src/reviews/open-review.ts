import { z } from 'zod'
import { act } from '#access/act.ts'
import { choices, id } from '#platform/given.ts'
import { beginReview } from './begin-review.ts'
import { listToReview } from './line-store.ts'
import { mostLines } from './opening.ts'
import { reviewers } from './policy.ts'
import { openingWords } from './words.ts'

/** A meeting begins: the house makes the list of every open referral nobody reviewed this week [R079]. */
export const openReview = act({
  name: 'reviews/open-review',
  by: reviewers,
  given: z.object({ schoolIds: choices(id) }),
  refusals: openingWords,
  fields: { none_chosen: 'schoolIds', too_many: 'schoolIds' },
  do: (unit, { schoolIds }) =>
    beginReview(unit, {
      kind: 'referrals',
      schoolIds,
      agenda: async (asked) => ({
        lines: await listToReview(unit.tx, { ...asked, now: unit.now, limit: mostLines }),
        notConsented: null,
      }),
    }),
})
