import { endedReferrals } from '#referrals/ended-store.ts'
import { openReferrals } from '#referrals/tracker-store.ts'
import { everyPage, type List, list } from './asked.ts'

const anything = {
  schoolId: undefined,
  state: undefined,
  navigatorId: undefined,
  highNeed: false,
  late: false,
}
export const timeZone = 'America/Los_Angeles'

/** The tracker: referrals that are open by what is owed next, and those that ended by when they did. */
export const ofTheTracker: readonly List[] = [
  list('referral', 'referrals/openReferrals', ({ tx, actor, now }) =>
    everyPage(
      (after, limit) =>
        openReferrals(tx, actor, { filter: { ...anything, sort: 'due' }, timeZone, after, limit, now }),
      ({ nextDueAt }) => nextDueAt,
    ),
  ),
  list('referral', 'referrals/endedReferrals', ({ tx, actor }) =>
    everyPage(
      (after, limit) => endedReferrals(tx, actor, { filter: anything, after, limit }),
      ({ endedAt }) => endedAt,
    ),
  ),
]
