import { catalog } from '#platform/words.ts'

/** Words of the page on which the school answers what an agency asks. */
export const askedWords = catalog({
  en: {
    late_reason: 'Later than the same week: why?',
    choose: 'Choose',
    title: 'What the agency asks',
    heading: 'What {partner} asks',
    times: 'Times for a visit',
    times_hint: 'Ask the family which of them suits. The agency sees the booking at once.',
    time: '{kind} {day}, {time}',
    time_more: '{minutes} minutes, {how}, {place}.',
    with_whom: 'With {name}.',
    private_space: 'The student has a room where nobody hears',
    book: 'Book {day}, {time}',
    booked: 'A visit is booked for {day}, {time}. Move that one if another suits better.',
    no_times: 'No time is offered that still lies ahead.',
    further: 'A further referral',
    further_asked: 'Asked {day}. Answer by {due}.',
    further_hint: 'The agency says only that it asks. Talk with the family: choose with them what it is for.',
    further_own:
      'They choose the agency in its handoff. It has a consent of its own, and takes nothing along.',
    service: 'What it is for, chosen with the family',
    opened: 'Open the further referral',
    family_choice: 'The family chose not to',
    not_needed: 'Not needed any more',
    answered_opened: 'Opened {day}.',
    answered_family_choice: 'The family chose not to, {day}.',
    answered_not_needed: 'Not needed any more, {day}.',
    see_opened: 'Open it',
  },
})
