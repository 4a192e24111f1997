import { catalog } from '#platform/words.ts'
import type { AskedWhom, Learned, OutsideService, OutsideWay } from './outside.ts'
import type { ObstacleToCalling, ObstacleToNaming } from './outside-rules.ts'

export const namingWords = catalog({
  en: {
    referral_ended: 'This referral has ended.',
    one_is_open: 'One is open already. Write down first what came of it.',
    call_in_the_past: 'Give today or a day ahead.',
  } satisfies Record<ObstacleToNaming, string>,
})
export const callingWords = catalog({
  en: {
    ended_already: 'It is known already what came of it.',
    next_day_missing: 'Give the day on which you call again, today or ahead.',
    visit_day_missing: 'Give the day of the visit.',
    visit_not_yet: 'That day is still ahead. Choose that a visit is set.',
  } satisfies Record<ObstacleToCalling, string>,
})
export const wayWords = catalog({
  en: {
    family_calls: 'The family calls',
    with_family: 'We call with the family on the line',
  } satisfies Record<OutsideWay, string>,
})
export const outsideServiceWords = catalog({
  en: {
    assessment: 'Assessment',
    individual: 'Individual counseling',
    group: 'Group',
    family: 'Family sessions',
    psychiatry: 'Psychiatry',
    other: 'Another service',
  } satisfies Record<OutsideService, string>,
})
export const askedWords = catalog({
  en: {
    family: 'The family',
    provider: 'The provider, with the family on the line',
  } satisfies Record<AskedWhom, string>,
})
export const learnedWords = catalog({
  en: {
    no_answer: 'Nobody answered',
    waits: 'It waits: no visit is set yet',
    visit_set: 'A visit is set',
    seen: 'The first visit took place',
    no_room: 'The provider has no room',
    not_the_right_one: 'It was not the right one',
    family_declined: 'The family chose not to go there',
  } satisfies Record<Learned, string>,
})
export const outsideWords = catalog({
  en: {
    title: 'A provider outside the directory',
    crumb: 'Referral {number}',
    lead: 'A family may turn to somebody else. Nothing is sent there. You call back until you know what came of it.',
    none: 'Nobody outside the directory was named',
    none_note: 'The agencies of the directory come first: they answer here, and clocks watch them.',
    asked_for: '{service}. {way}.',
    named: 'Written down by {name}, {day}.',
    call_back: 'Call back by {day}',
    late: 'Call back is late: {day}',
    ended: '{learned}, {day}',
    calls: 'Calls',
    call_line: '{day}, {name}. {asked}: {learned}.',
    visit_on: 'Visit on {day}.',
    call: 'Write down a call',
    asked: 'Whom did you ask?',
    learned: 'What did you learn?',
    visit_day: 'Day of the visit',
    visit_hint: 'Where one is set or took place.',
    next_day: 'Call again on',
    next_hint: 'Leave it empty where it is known what came of it.',
    save_call: 'Save the call',
    add: 'Name a provider outside the directory',
    name: 'What the provider is called',
    phone: 'Phone',
    service: 'What is asked for',
    way: 'Who calls?',
    way_hint: 'The family speaks for itself. The school tells the provider nothing.',
    call_on: 'You call back on',
    save: 'Write it down',
    link: 'A provider outside the directory',
  },
})
