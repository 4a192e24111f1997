import { catalog } from '#platform/words.ts'
import type { Need, OpenType } from './lost.ts'

export const repairWords = catalog({
  en: {
    has_ended: 'The referral has ended.',
    nobody_named: 'Nobody is named who stands in and may own it.',
  },
})

export const openTypeWords = catalog({
  en: {
    referral: 'Referral',
    support: 'Support at school',
    incident: 'Crisis',
    escalation: 'Stalled loop',
    review: 'Weekly review',
    task: 'Task of a review',
    concern: 'Concern',
    debrief: 'Review of an incident',
    improvement: 'Improvement after an incident',
    help: 'Practical help',
    need: 'What a family needs at home',
    outside: 'A provider outside the directory',
    support_alert: 'Alert between school and agency',
    reassessment: 'Look again',
    return: 'Plan to come back to school',
    follow_up: 'Contact after a crisis',
    care_notice: 'Handle With Care notice',
    drill_finding: 'What a crisis drill showed',
  } satisfies Record<OpenType, string>,
})
export const needWords = catalog({
  en: {
    owner: 'Nobody who is there owns it',
    next_action: 'What is owed next did not fit how it stands',
    clock: 'No clock ran that anybody would hear',
    queue: 'Nobody sees it on a list',
    clinician: 'The risk is high, and nobody clinical holds it',
  } satisfies Record<Need, string>,
})

/** Words of the page that proves nobody is lost. */
export const lostWords = catalog({
  en: {
    title: 'Nobody is lost',
    menu: 'Nobody lost',
    lead: 'Each night the house looks whether all that is open has an owner, a next action, a clock and a list that somebody sees.',
    lead_risk: 'And whether a student at high risk is held by somebody clinical.',
    never: 'The house has not looked yet. It does so at night, from two o’clock on.',
    last: 'Last looked {at}: {open, plural, one {# open record} other {# open records}}.',
    whole: 'Each has an owner, a next action, a clock and a list.',
    found:
      '{found, plural, one {# thing was missing} other {# things were missing}} in the district, {repaired} put right by itself.',
    here_none: 'Nothing of your schools is among it.',
    caption: 'What was missing, first what is still missing',
    what: 'Record',
    school: 'School',
    missing: 'Missing',
    now: 'Now',
    repaired: 'Put right',
    still: 'Still missing',
    number: 'no. {number}',
    left_work: 'Work that waits for an owner',
    away: 'Who is away',
    before: 'Looks before',
    before_line: '{at}: {open} open, {found} missing, {repaired} put right.',
  },
})
