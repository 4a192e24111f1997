import { searchSent } from '#people/search-pathway-store.ts'
import { inboxOf, unreadStops } from '#referrals/inbox-store.ts'
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
    ...list('referral', 'people/searchSent', ({ tx, actor }) =>
      ids(searchSent(tx, actor, { typed, limit: most })),
    ),
    along: ['packet_name'],
  },
]
