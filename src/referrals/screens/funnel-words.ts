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
    lost: 'Lost here',
    under_way: 'Under way here',
    reasons: 'Why, as it is on record',
    reason: '{reason}: {count}',
    ended: 'Ended with a connection confirmed',
    not_engaged: 'Not coming any more after one month',
    disengaged: 'Visits have stopped',
  },
})
