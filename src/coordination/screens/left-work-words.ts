import { catalog } from '#platform/words.ts'

/** Words of the page about work whose owner left. */
export const leftWorkWords = catalog({
  en: {
    title: 'Work to hand over',
    lead: 'Open work of people who do not work at its school any more, or are kept away from its student. It waits until somebody has it.',
    lead_count: 'How much waits where somebody left. The leads of the school hand it over.',
    none: 'No work waits for an owner.',
    none_note:
      'When somebody’s access ends, or somebody is kept away from a student, what they hold shows here.',
    left_by: '{name}, {school}',
    how_much: 'Open referrals: {referrals}. Support at school: {supports}. Concerns taken up: {concerns}.',
    caption: 'What they hold',
    student: 'Student',
    work: 'Work',
    referral: 'Referral {number}',
    support: 'Support: {focus}',
    to: 'Who takes over referrals and support?',
    concerns_to: 'Who takes over the concerns?',
    concerns_hint: 'Those who triage at this school read them; here they are a number.',
    choose: 'Choose',
    as: '{name}, {role}',
    give: 'Hand it over',
    more: 'More waits than one page shows. Hand this over first.',
  },
})
