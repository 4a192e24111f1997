import { catalog } from '#platform/words.ts'

/** Words of the page that says which clocks run on a referral, and what was missed. */
export const clockPageWords = catalog({
  en: {
    title: 'Clocks',
    number: 'Referral {number}',
    lead: 'What runs out when on this referral. Whatever runs out opens a stalled loop by itself, and the lead is told.',
    caption: 'Clocks that run, the soonest first',
    clock: 'Clock',
    since: 'Since',
    due: 'Runs out',
    none: 'No clock runs now.',
    ended: 'This referral has ended: no clock runs on it any more.',
    paused: 'Paused until {day}.',
    pauses: 'Pauses of these clocks',
    missed_none: 'Nothing was missed.',
    stalled: 'The stalled loop',
  },
})
