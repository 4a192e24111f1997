import { searchSent } from '#people/search-pathway-store.ts'
import { inboxOf, unreadStops } from '#referrals/inbox-store.ts'
import { partsToldTo } from '#reviews/part-store.ts'
import { ownSteps, ownTeams } from '#wraparound/own-store.ts'
import { type At, ids, type List, list, most, typed } from './asked.ts'

const agency = async ({ actor }: At, ask: (partnerId: string) => Promise<string[]>) =>
  actor.partnerId === null ? [] : ask(actor.partnerId)
/** What agencies list of what was sent to them. */
export const ofAgencies: readonly List[] = [
  list('referral', 'referrals/inboxOf', (at) =>
    agency(at, (partnerId) => ids(inboxOf(at.tx, partnerId, { now: at.now, after: undefined, limit: most }))),
  ),
  list('stop_notice', 'referrals/unreadStops', (at) =>
    agency(at, (partnerId) => ids(unreadStops(at.tx, partnerId))),
  ),
  {
    // Of each review and referral the last word alone.
    ...list('case_review_part', 'reviews/partsToldTo', (at) =>
      agency(at, (partner) =>
        ids(partsToldTo(at.tx, { partner, since: new Date(0), now: at.now, limit: most })),
      ),
    ),
    less: true,
  },
  // Of its teams those that go on, and none to whoever is at a school.
  {
    ...list('wraparound_member', 'wraparound/ownTeams', (at) =>
      agency(at, (partner) => ids(ownTeams(at.tx, partner))),
    ),
    less: true,
  },
  {
    ...list('wraparound_step', 'wraparound/ownSteps', (at) =>
      agency(at, (partner) => ids(ownSteps(at.tx, partner))),
    ),
    less: true,
  },
  {
    ...list('referral', 'people/searchSent', ({ tx, actor }) =>
      ids(searchSent(tx, actor, { typed, limit: most })),
    ),
    along: ['packet_name'],
  },
]
