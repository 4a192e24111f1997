import { catalog } from '#platform/words.ts'
import type { Level } from './legal-rule.ts'

export const levelWords = catalog({
  en: { federal: 'Federal', state: 'State', local: 'Local' } satisfies Record<Level, string>,
})
export const registerWords = catalog({
  en: {
    title: 'Register of rules',
    who_may_know: 'Who may know what of a student',
    lead: 'Federal, state and local rules the district works by: who looks after each, and what implements it.',
    overdue: '{count, plural, one {# review is overdue.} other {# reviews are overdue.}}',
    none: 'There is no rule on the register yet',
    none_note: 'Add the rules your agreements implement.',
    rule: 'Rule',
    owner: 'Looked after by',
    review: 'Looked at again',
    review_late: 'Overdue since {day}',
    implemented: 'Implemented by',
    implemented_none: 'No agreement yet',
    agreement_line: '{partner}: {title}',
    look_again: 'Look at it again',
    which: 'Which rule',
    found: 'What you find',
    next: 'Next time',
    save_review: 'Keep it',
    link: 'Say what implements it',
    agreement: 'Agreement',
    save_link: 'Link them',
    add: 'Add a rule',
    level: 'Whose rule',
    name: 'What it is called',
    source: 'Where it stands',
    review_on: 'Looked at again on',
    save: 'Put it on the register',
    satisfies: 'Implements: {rules}.',
  },
})
