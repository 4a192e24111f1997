import { catalog } from '#platform/words.ts'

/** Words of the report on the same-day standard. */
export const sameDayWords = catalog({
  en: {
    title: 'Same-day handoffs',
    lead: 'Handoffs of the last {days, plural, one {# day} other {# days}}: were they done on the day of the decision?',
    lead_more:
      'The clock starts at the triage decision. Where another agency is asked, a new handoff begins.',
    none: 'No handoff began in this time.',
    school: 'School',
    all: 'All together',
    done: 'The handoff, from the decision on',
    kept: 'Done the same day',
    missed: 'Missed: later, or not yet',
    open: 'Still time',
    excepted: 'Put off in time, with an exception',
    ended: 'Ended before, as the family chose or another way was found',
    first: 'The first try to reach the family, and who was there when the referral was sent',
    first_kept: 'First try the same day',
    first_missed: 'First try later, or none',
    present: 'Sent with the caregiver there',
    absent: 'Sent without: an exception',
    hidden: 'Under {fewest}',
    few: 'Rows with a count under {fewest} are held back, and as many others as it takes: small numbers could say who it is about.',
    why: 'Why the same day was missed',
    reason: 'Reason',
    count: 'Handoffs',
    no_reason: 'Not done yet, and no reason given yet',
    none_missed: 'None was missed.',
    few_reasons: 'Held back: some of the numbers are under {fewest}.',
  },
})
