import { catalog } from '#platform/words.ts'
import type { Step } from '../funnel.ts'

export const funnelStepWords = catalog({
  en: {
    referred: 'Referred',
    received: 'Received by an agency',
    accepted: 'Accepted',
    scheduled: 'A visit is booked',
    seen: 'Seen',
    engaged: 'Still coming after one month',
  } satisfies Record<Step, string>,
})

export const funnelWords = catalog({
  en: {
    title: 'The way to care',
    lead: 'What was referred at your schools in the last {days} days: how far each came, and where it was lost.',
    none: 'Nothing was referred in this time.',
    caption: 'From a referral to care that goes on',
    step: 'Step',
    reached: 'Came so far',
    outside: 'Of them outside the directory',
    lost: 'Lost here',
    under_way: 'Under way here',
    reasons: 'Why, as it is on record',
    reason: '{reason}: {count}',
    ended: 'Ended with a connection confirmed',
    not_engaged: 'Not coming any more after one month',
    disengaged: 'Visits have stopped',
    held_back:
      'Held back: some of the numbers are under {fewest}, and small numbers could say who it is about.',
    volume: 'What triage decided, by tier and by path',
    volume_note: 'Each decision counts once in its tier and once in its path, so both add up to the same.',
    volume_none: 'Nothing was decided in this time.',
    tier: 'Tier',
    tier_number: 'Tier {tier}',
    path_a: 'Path (a), support at school',
    path_b: 'Path (b), an agency',
    path_c: 'Path (c), crisis',
    all: 'All',
    needs: 'Again, and how long it took',
    needs_count:
      '{count, plural, one {# need was referred} other {# needs were referred}}; another agency that is asked is the same need.',
    repeats: '{count, plural, =0 {None was} one {# was} other {# were}} referred before for the same reason.',
    seen: '{count, plural, =0 {None came} one {# came} other {# came}} to a first visit.',
    took: 'From the first referral to the first visit the one in the middle took {days, plural, one {# day} other {# days}}.',
    after_month: 'Of {of} first seen a month ago or longer, {count} were still in care after one month.',
    declined: 'What agencies could not accept',
    declined_reason: 'Reason',
    declined_count: 'Referrals',
  },
})
