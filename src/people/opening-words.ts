import { catalog } from '#platform/words.ts'
import type { Finding, ObstacleToOpening, ObstacleToReview, OpeningReason } from './opening.ts'

export const openingReasonWords = catalog({
  en: {
    danger_now: 'The student may be in danger now',
    here_now: 'The student is at my school now, and is not on its roster yet',
    moved_here: 'The student changed schools, and what was done before matters now',
    standing_in: 'I stand in for somebody who is away',
    asked_by_family: 'The family or the student turned to me',
    asked_by_agency: 'An agency called about this student',
  } satisfies Record<OpeningReason, string>,
})

export const findingWords = catalog({
  en: {
    justified: 'Justified',
    not_justified: 'Not justified',
    needs_follow_up: 'Needs follow-up',
  } satisfies Record<Finding, string>,
})

/** Why a student is not opened. */
export const openingObstacleWords = catalog({
  en: {
    nothing_known: 'Give the date of birth, or the whole name.',
    no_match:
      'Number and proof do not lead to one student you can open. Check both. In danger, call 911 or the school.',
    within_reach: 'You can see this student anyway. Search for them by name.',
    open_already: 'You have this student open already. It is listed below.',
  } satisfies Record<ObstacleToOpening, string>,
})

export const openingEndWords = catalog({ en: { over_already: 'This is not open any more.' } })

export const reviewObstacleWords = catalog({
  en: {
    own: 'You opened this yourself. Somebody else reviews it.',
    reviewed_already: 'Somebody has reviewed this already.',
  } satisfies Record<ObstacleToReview, string>,
})

export const escalationWords = catalog({
  en: {
    reviewed: 'It was reviewed in time.',
    not_due: 'The review still has time.',
    told_already: 'The district head was told already.',
  },
})

/** What a person is told in the app. It names nobody. */
export const noticeWords = catalog({
  en: {
    'opening.begun': 'Somebody broke the glass. It waits for a review.',
    'opening.escalated': 'Somebody broke the glass three days ago, and nobody has reviewed it.',
  },
})

/** What the form of breaking the glass says. */
export const glassWords = catalog({
  en: {
    title: 'Break the glass',
    lead: 'For one student beyond your schools whose records matter now.',
    what: 'What it does',
    reads: 'You read what your role reads, of this one student, for 4 hours. You change nothing.',
    told: 'The privacy officer and the designated lead are told at once. Somebody else reviews it.',
    trail: 'Each page you open is on record, and the family can ask who looked.',
    danger: 'In danger, do not wait for this: call 911, or press Crisis.',
    number: 'The student’s number at school, or a referral number',
    number_hint: 'Typed in full. Names alone find nobody here.',
    born_on: 'Date of birth',
    born_hint: 'Or the whole name below. Either shows that you know whom you mean.',
    name: 'Given and family name',
    reason: 'Why do you need it now?',
    words: 'In your own words',
    words_hint: 'At least 20 characters. The reviewer and the family may read it.',
    open: 'Open this student',
    opened: 'Open now',
    head_student: 'Student',
    head_until: 'Open until',
    head_end: 'End',
    end: 'End it now',
    end_of: 'End it now, {name}',
    tries: 'Five tries in 15 minutes. Each is on record.',
  },
})

/** What the list of openings and the page of a review say. */
export const openingPageWords = catalog({
  en: {
    title: 'Broken glass',
    lead: 'Whoever opened a student beyond their schools, and what somebody else found.',
    waiting: 'To review',
    waiting_none: 'Nothing waits for a review.',
    waiting_note: 'When somebody breaks the glass, it stands here at once.',
    reviewed: 'Reviewed',
    more: 'Only the first {count} are shown.',
    head_who: 'Who',
    head_student: 'Student',
    head_when: 'Opened',
    head_due: 'Review by',
    head_finding: 'Found',
    late: 'Late: the district head was told',
    open_until: 'open until {at}',
    review: 'Review',
    review_of: 'Review, {name}',
    one: 'One opening',
    one_of: '{person} opened {student}',
    who: 'Who',
    who_as: '{name}, {role}',
    student: 'Student',
    student_at: '{name}, {school}',
    no_school: 'no school known',
    reason: 'Reason',
    words: 'In their words',
    when: 'Open',
    from_to: '{from} to {to}',
    ended_early: 'Ended early: {at}',
    read: 'What was read',
    read_none: 'Nothing has been read so far.',
    head_at: 'When',
    head_page: 'Records',
    found: 'Review',
    found_by: '{finding}, by {name}, {at}',
    finding: 'What do you find?',
    finding_not_hint: 'If the student is still open, it ends at once.',
    finding_words: 'Why',
    finding_words_hint: 'For whoever reads this later. For follow-up: who does what.',
    save: 'Save the review',
    not_yours: 'The privacy officer or the district head reviews it.',
    own: 'You opened this yourself. Somebody else reviews it.',
  },
})
