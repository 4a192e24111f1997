import type { Checklist } from './checklist.ts'

/** Answers in rising order, worth 0, 1, 2 and 3 points. */
const rising = (...labels: readonly (readonly [code: string, label: string])[]) =>
  labels.map(([code, label], points) => ({ code, label, points }))

/** An answer that is not a plain no leads straight to the crisis lead: not knowing is not being safe. */
const yesIsImmediate = [
  { code: 'no', label: 'No', points: 0 },
  { code: 'not_sure', label: 'Not sure', points: 0, immediate: true },
  { code: 'yes', label: 'Yes', points: 0, immediate: true },
]

/**
 * A sample in our own plain words about what can be seen at school. It names no condition and was not
 * tested as an instrument: its points and thresholds show how the product works until a district approves
 * its own.
 */
export const sampleChecklist: Checklist = {
  title: 'Screening and triage checklist',
  statement:
    'This is not a diagnostic tool. It sorts what was seen at school into a next step, and a person decides.',
  items: [
    {
      code: 'days_seen',
      question: 'On how many school days in the last two weeks was this seen?',
      answers: rising(
        ['one', 'One or none'],
        ['few', '2 or 3'],
        ['several', '4 to 6'],
        ['most', '7 or more'],
      ),
    },
    {
      code: 'classwork',
      question: 'How much has classwork or concentration changed?',
      answers: rising(
        ['as_usual', 'As usual'],
        ['a_little', 'A little'],
        ['clearly', 'Clearly'],
        ['hardly_any', 'Hardly any work gets done'],
      ),
    },
    {
      code: 'time_missed',
      question: 'How much school time was missed or spent out of class in the last two weeks?',
      answers: rising(
        ['none', 'None, or an hour or two'],
        ['one_day', 'About a day'],
        ['few_days', '2 or 3 days'],
        ['more_days', 'More than 3 days'],
      ),
    },
    {
      code: 'with_others',
      question: 'How are things with classmates and adults at school?',
      answers: rising(
        ['as_usual', 'As usual'],
        ['quieter', 'Quieter or crosser than usual'],
        ['often_alone', 'Often alone, or often in arguments'],
        ['most_days', 'Alone or in conflict most days'],
      ),
    },
    {
      code: 'settling',
      question: 'When the student was upset at school, what happened?',
      answers: rising(
        ['alone', 'Not upset, or settled alone'],
        ['with_adult', 'Settled with a familiar adult'],
        ['long', 'Took more than half an hour to settle'],
        ['not_that_day', 'Did not settle that day'],
      ),
    },
    {
      code: 'tried',
      question: 'What has school tried, and did it help?',
      answers: rising(
        ['helped', 'Nothing yet, or it helped'],
        ['helped_some', 'Helped a little'],
        ['not_enough', 'Several weeks of support, and it is not enough'],
        ['more_needed', 'Support was stepped up, and things got harder'],
      ),
    },
    {
      code: 'words_about_harm',
      question:
        'Has the student said, written or shown anything about hurting themselves or someone else, ' +
        'or about not wanting to live?',
      hint: 'Anything heard or seen counts, also from a friend.',
      answers: yesIsImmediate,
    },
    {
      code: 'safety_now',
      question: 'Is anyone worried about the student’s safety today, at school or at home?',
      hint: 'The duty to report applies as well.',
      answers: yesIsImmediate,
    },
  ],
  thresholds: [
    { atLeast: 0, path: 'a' },
    { atLeast: 6, path: 'b' },
    { atLeast: 15, path: 'c' },
  ],
}
