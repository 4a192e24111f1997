import type { Flexibility } from '#handoffs/contract.ts'
import { catalog } from '#platform/words.ts'
import type { HelpKind, HelpOutcome } from './help.ts'

export const helpWords = catalog({
  en: {
    intake_forms: 'Help with intake forms',
    transport: 'A way there',
    interpreter: 'An interpreter',
    child_care: 'Somebody to look after the smaller ones',
    coverage: 'Health insurance',
    benefits: 'Benefits',
    food: 'Food',
    housing: 'A place to live',
    other: 'Something else',
  } satisfies Record<HelpKind, string>,
})
export const helpOutcomeWords = catalog({
  en: {
    done: 'It was given',
    family_declined: 'The family chose to go without it',
    not_needed: 'It is not needed any more',
    not_possible: 'Nothing could be arranged',
  } satisfies Record<HelpOutcome, string>,
})
export const optionWords = catalog({
  en: {
    after_hours: 'Evening or early',
    weekend: 'Weekend',
    telehealth: 'By video',
    home: 'At home',
    on_campus: 'At school',
    none: 'Nothing of these',
  } satisfies Record<Flexibility | 'none', string>,
})
/** What a barrier keeps when help cleared it and nothing more was said. */
export const clearedWords = catalog({ en: { given: 'The help was given: {kind}.' } })

export const navigationWords = catalog({
  en: {
    title: 'Practical help',
    one: 'Practical help',
    crumb: 'Referral {number}',
    lead: 'What this family needs to get there: rides, forms, an interpreter, insurance, food. Each has a day and an end.',
    none: 'Nothing was asked for yet.',
    owed: 'Owed by {name}',
    ask: 'Ask for help',
    kind: 'What is needed',
    need: 'In words',
    need_hint: 'For forms: which ones. Leave out what only a clinic needs to know.',
    by_day: 'Settled by',
    barrier: 'Which barrier it clears',
    barrier_none: 'None',
    ask_save: 'Ask for it',
    asked: 'Asked for by {name}, {at}.',
    arranged: 'Arranged',
    arranged_by: '{what} ({name}, {at})',
    not_arranged: 'Not yet',
    arrange: 'How it was arranged',
    arrange_hint: 'Who drives, which office, whom to ask for.',
    arrange_save: 'It is arranged',
    end: 'How it ended',
    happened_on: 'Given on',
    happened_hint: 'Leave it empty for today.',
    result: 'What came of it',
    result_hint: 'If the help was not given, say why.',
    end_save: 'Save how it ended',
    ended: 'How it ended',
    ended_by: '{how} ({name}, {at})',
    choose: 'Choose',
    caseloads: 'Caseloads',
    caseloads_lead: 'The open referrals each navigator walks at your schools now.',
    caseloads_caption: 'By navigator, the fullest first',
    caseloads_none: 'No referral is open at your schools.',
    navigator: 'Navigator',
    open: 'Open',
    high_need: 'High need',
    late: 'Late',
    schools: 'Schools',
    languages: 'Languages at home',
    language_unknown: 'not known',
    share: '{of} {count}',
    options: 'Flexible visits',
    options_lead: 'Visits of the past year that were held or missed, by what made them easier to keep.',
    option: 'Offered',
    due: 'Visits due',
    held: 'Held',
    missed: 'Missed',
    rate: 'Missed of due',
    no_rate: 'none yet',
    percent: '{percent} %',
    line_done: 'Given on {day}.',
    line_owed: 'Nothing arranged yet. Settled by {day}.',
    line_arranged: 'Arranged. Settled by {day}.',
  },
})
