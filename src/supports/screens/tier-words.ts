import { catalog } from '#platform/words.ts'

export const tierHistoryWords = catalog({
  en: {
    title: 'Tiers',
    now: 'Tier {tier} now, since {at}.',
    none: 'No tier is on record.',
    none_note: 'The first one comes with a triage decision.',
    entered: 'Tier {to}',
    moved: 'From tier {from} to tier {to}',
    in: 'In: {criterion}',
    out: 'Out: {criterion}',
    by: 'Decided by {name}.',
  },
})
