import { catalog } from '#platform/words.ts'
import type { SampleLeft } from './happenings.ts'
import type { ObstacleToRemovingTerm, ObstacleToTerm } from './term-rules.ts'
import type { ObstacleToAsking, ObstacleToConfirming } from './second-step.ts'
import type {
  ObstacleToAddress,
  ObstacleToClosing,
  ObstacleToEnding,
  ObstacleToHours,
  ObstacleToLiveDay,
} from './rules.ts'

export const closureWords = catalog({
  en: {
    closed_already: 'This day is on the list already.',
    no_school_anyway: 'There is no school on this day anyway, so clocks do not run. Check the date.',
  } satisfies Record<ObstacleToClosing, string>,
})

export const hoursWords = catalog({
  en: {
    no_open_day: 'Every weekday is free, so no clock would ever run. Give the hours of at least one day.',
    half_a_day: 'A day has one time and lacks the other. Give both, or neither.',
    closes_before_it_opens: 'A day closes before it opens. Correct one of the two times.',
  } satisfies Record<ObstacleToHours, string>,
})

export const liveWords = catalog({
  en: {
    live_already: 'The school is live, and decisions were made by that. The day stays.',
    day_passed: 'The day has passed. A school goes live today or later.',
    checklist_sample:
      'The triage checklist is still a sample. Record the local approval under Standards in force first.',
    crisis_sample:
      'The crisis standard is still a sample. Propose it under Standards in force: once every agency has signed, put it in force.',
  } satisfies Record<ObstacleToLiveDay | SampleLeft, string>,
})

export const accessWords = catalog({
  en: {
    ended_already: 'This has ended already.',
    yourself: 'Your own access is ended by somebody else, so that nobody locks everybody out.',
  } satisfies Record<ObstacleToEnding, string>,
})

export const addressWords = catalog({
  en: {
    left_already: 'This person has left, so nobody signs in.',
    own_address: 'Your own address you change on your account page: a link to the new one proves it.',
    same_address: 'This is the address on record already.',
    taken: 'Somebody else is reached at this address. Each person needs one of their own.',
    elsewhere:
      'This sign-in opens another district too, so nobody here decides about it alone. The person changes it on their account page.',
  } satisfies Record<ObstacleToAddress, string>,
})

export const secondStepWords = catalog({
  en: {
    left_already: 'This person has left, so nobody signs in.',
    own_second_step: 'Your own second step is removed by two other people, never by you.',
    never_signed_in: 'This person has not signed in yet. Send an invitation instead.',
    asked_already: 'Somebody asked for this already. Another person can confirm it now.',
    not_asked: 'Nobody asks for this now. What is asked waits for three days, and is then asked anew.',
    asked_by_you: 'You asked for it yourself. Another person confirms it.',
    elsewhere:
      'This sign-in opens another district too, so nobody here decides about it alone. Ask whoever runs the installation.',
  } satisfies Record<ObstacleToAsking | ObstacleToConfirming, string>,
})

export const termWords = catalog({
  en: {
    ends_before_it_starts: 'The term ends before it starts. Correct one of the two days.',
    overlaps: 'Another term has some of these days. Terms follow each other.',
  } satisfies Record<ObstacleToTerm, string>,
})

export const termRemovalWords = catalog({
  en: {
    begun: 'The term has begun, and clocks ran on it. It stays.',
  } satisfies Record<ObstacleToRemovingTerm, string>,
})

export const districtWords = catalog({
  en: { nothing_changed: 'This is what stands there already. Nothing would change.' },
})

export const schedulerWords = catalog({
  en: {
    not_at_school: 'Choose somebody who works at this school.',
    named_already: 'They book the visits of this school already.',
  },
})

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'absence.set': 'Days away written down, with who stands in',
    'absence.ended': 'Back from being away',
    'person.backup_named': 'Named who stands in',
    'access.ended': 'Access taken away',
    'person.address_changed': 'Address of a sign-in changed after a check of who it is',
    'second_step.removal_asked': 'Asked to remove a lost second step after a check of who it is',
    'second_step.removed': 'Lost second step removed, confirmed by a second person',
    'assignment.ended': 'Assignment ended',
    'closure.added': 'Day without school added',
    'closure.removed': 'Day without school removed',
    'district.begun': 'District begun',
    'district.keys_turned': 'Keys that texts are sealed with turned',
    'district.changed': 'Name or time zone of the district changed',
    'hours.changed': 'Working hours of a weekday changed',
    'hours.saved': 'Working hours of the week saved',
    'school.scheduler_named': 'Named who books visits at a school',
    'school.live_day_set': 'Day set on which a school goes live',
    'term.added': 'Term added',
    'term.removed': 'Term removed',
  },
})
