import { catalog } from '#platform/words.ts'
import type { Question } from './six-answers.ts'

export const traceWords = catalog({
  en: {
    'lost.checked': 'Looked whether everything open has an owner, a next action, a clock and a list',
    'referral.next_step_repaired': 'What is owed next worked out anew',
    'crisis.timer_set_again': 'Timer of a crisis set again',
    'measures.agreed': 'Measures of progress agreed',
    'notice.read': 'Notice read',
    'work.handed_over': 'Work somebody left given to somebody else',
  },
})

export const questionWords = catalog({
  en: {
    responsibility: 'Who holds clinical responsibility?',
    consent: 'How was consent captured?',
    sharing: 'How is information shared?',
    next_visit: 'When is the next appointment?',
    risk: 'What happens if risk rises?',
    progress: 'How is progress measured across settings?',
  } satisfies Record<Question, string>,
})

/** The six by their short names, for lists. */
export const questionNames = catalog({
  en: {
    responsibility: 'clinical responsibility',
    consent: 'consent',
    sharing: 'how information is shared',
    next_visit: 'next appointment',
    risk: 'who leads in a crisis',
    progress: 'measures of progress',
  } satisfies Record<Question, string>,
})

/** What is true while an answer is missing. */
export const missingWords = catalog({
  en: {
    responsibility: 'Nobody has accepted it yet',
    consent: 'The family has not been asked yet',
    sharing: 'Not agreed yet',
    next_visit: 'No visit is booked',
    risk: 'No crisis lead is named for this school',
    progress: 'Not agreed yet',
  } satisfies Record<Question, string>,
})

/** What a person is told in the app. It names nobody. */
export const noticeWords = catalog({
  en: {
    referral_given: 'A referral was given to you.',
    'message.undelivered': 'A message about this did not arrive. Make sure that whoever has to know does.',
    'support.given': 'Support at school was given to you.',
    'review_task.given': 'A task of a review was given to you.',
    gate_closed: 'Nothing may be sent to an agency you refer to. See what is missing.',
    'support.review_due': 'A review of support at school is due.',
    'crisis.told': 'You were told of a crisis.',
    'crisis.review_asked': 'You were asked to look at something in a crisis.',
    'crisis.trained_asked':
      'You were asked to run the rubric in a crisis: whoever is there has no training for it that holds.',
    'crisis.another_student': 'A crisis you were told of is about another student. Read it again.',
    'crisis.owed': 'You have a crisis that is not closed. See what is still owed.',
    'escalation.told': 'You were told of a stalled loop.',
    'missed.warm_handoff': 'A warm handoff was not whole on its day. Say why when you finish it.',
    'missed.assessment': 'A first visit was not held in the same week.',
    'missed.one_month': 'Nobody has said whether care goes on after a month. Ask the agency.',
  },
})

/** Why work that was left stays where it is. */
export const handingWords = catalog({
  en: {
    works_here:
      'Nothing of this person waits: they, or whoever stands in, are there. Give single referrals to somebody else instead.',
    nobody_chosen: 'Choose who takes it over.',
    not_able: 'This person cannot own this work at the school. Choose somebody from the list.',
    nothing_left: 'Nothing of this person waits here any more.',
  },
})
