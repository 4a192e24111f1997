import { catalog } from '#platform/words.ts'

/** Words of the page about work whose owner left. */
export const leftWorkWords = catalog({
  en: {
    title: 'Work to hand over',
    lead: 'Open work nobody has: whose owner left, is kept away from its student, or is away with nobody to stand in.',
    lead_count: 'How much waits where somebody left. The leads of the school hand it over.',
    none: 'No work waits for an owner.',
    none_note:
      'When somebody leaves, is kept away from a student, or has nobody to stand in, what they hold shows here.',
    left_by: '{name}, {school}',
    how_much:
      'Open referrals: {referrals}. Support at school: {supports}. Tasks: {tasks}. Concerns taken up: {concerns}.',
    how_much_after: 'Improvements after an incident: {improvements}.',
    caption: 'What they hold',
    student: 'Student',
    work: 'Work',
    referral: 'Referral {number}',
    support: 'Support: {focus}',
    task: 'Task about referral {number}',
    to: 'Who takes over referrals, support and tasks?',
    improvements_to: 'Who takes over the improvements after an incident?',
    concerns_to: 'Who takes over the concerns?',
    concerns_hint: 'Those who triage at this school read them; here they are a number.',
    choose: 'Choose',
    as: '{name}, {role}',
    give: 'Hand it over',
    more: 'More waits than one page shows. Hand this over first.',
  },
})
