import { catalog } from '#platform/words.ts'
import type { ObstacleToPausing } from './pause.ts'

export const pausingWords = catalog({
  en: {
    has_ended: 'This referral has ended. No clock runs on it any more.',
    paused_already: 'The clocks stand already. End that pause first.',
    high_need_lead: 'The need is high, so that the designated lead decides whether the clocks are paused.',
    reason_unknown: 'Choose why.',
    day_past: 'Choose today or a day ahead.',
    too_long: 'That is longer than a pause may last. Choose a sooner day; it can be paused again then.',
  } satisfies Record<ObstacleToPausing, string>,
})
export const endingPauseWords = catalog({ en: { not_paused: 'The clocks run already.' } })

/** Words of the page on which the clocks of a referral are paused. */
export const pauseWords = catalog({
  en: {
    title: 'Pause the clocks',
    number: 'Referral {number}',
    lead: 'A paused day is not counted: what is owed moves by as many days. The same-day handoff and the same-week visit are never paused.',
    lead_high:
      'The need is high: the clocks run on beneath the pause, and what runs out meanwhile is owed the moment it is over.',
    paused: 'Paused until {day}: {reason}.',
    paused_by: '{name} paused them {at}.',
    run: 'The clocks run.',
    reason: 'Why?',
    through: 'Until when?',
    through_hint: 'The last day on which nothing is counted. At the latest {day}.',
    choose: 'Choose',
    save: 'Pause the clocks',
    end: 'Let the clocks run again',
    end_note: 'From today on every day is counted again.',
    earlier: 'Pauses so far',
    none: 'They were never paused.',
    so_far:
      '{count, plural, one {Paused once} other {Paused # times}}, {days, plural, one {# day} other {# days}} in all.',
    span: '{from} to {through}',
    ended_sooner: 'Ended {day} by {name}.',
    ended_at_once: 'Ended the day it began, by {name}: no day was left out.',
    by: 'Paused by {name}, {at}.',
    tag: 'Paused until {day}',
  },
})
