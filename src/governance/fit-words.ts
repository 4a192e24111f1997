import { catalog } from '#platform/words.ts'

/** The triage report: how the paths that were taken fit the checklist [R024]. */
export const fitWords = catalog({
  en: {
    title: 'Triage report',
    lead: 'Whether the path that was taken fits what the checklist indicated. A person decides, and may depart from it with a reason.',
    over: 'Referred though the checklist indicated school support',
    over_none: 'Nobody was referred after triage in the last {days} days.',
    over_of:
      '{count} of {all} referrals in the last {days} days, {share} %: the checklist indicated (a), support at school.',
    under: 'Held in school support though the checklist indicated more',
    under_none: 'Nobody has school support now.',
    under_of:
      '{count} of {all} students who have school support now, {share} %: the checklist indicated (b) or (c).',
    held_back: 'Not shown: a count under {fewest} could tell whom it is of.',
    cases: 'See each of them',

    cases_title: 'Cases of the triage report',
    caption: 'The latest first',
    student: 'Student',
    school: 'School',
    indicated: 'Indicated',
    path: '({path})',
    decided: 'Decided',
    open: 'How it stands',
    referral: 'Referral',
    support: 'Support',
    no_case: 'None',
    more: 'There are more. These are the latest {count}.',
  },
})
