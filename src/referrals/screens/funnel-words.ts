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
    lead: 'What was referred in the last {days} days at your schools: how far each came, and where it was lost. Another agency that was asked is the same way, not another one.',
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
