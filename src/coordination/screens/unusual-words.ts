import { catalog } from '#platform/words.ts'
import type { Why } from '../unusual.ts'

const why = {
  broke_glass: 'Broke the glass to read it',
  own_child: 'Their own child',
  same_household: 'A caregiver has the same phone, mail or name',
  same_family_name: 'Same family name, and no task with the student',
  colleagues_child: 'The child of somebody they work with, and no task with the student',
  outside_hours: 'Outside working hours, and no task with the student',
  again_and_again: 'On several days, and no task with the student',
  far_more_than_others: 'Far more students than others in this role, without a task with them',
  took_a_list: 'Took a list along as a file, with students they have no task with',
} satisfies Record<Why, string>

/** Words of the report of unusual readings. */
export const unusualWords = catalog({
  en: {
    ...why,
    title: 'Unusual readings',
    lead: 'Who opened records in the last {days} days where a question is worth asking. Most have a good reason: ask first.',
    none: 'Nothing stands out.',
    none_note: 'Everybody who opened records had a task with the student, or did what others in the role do.',
    caption: 'Readings worth a question, the latest first',
    who: 'Who',
    student: 'Student',
    several: '{count, plural, one {# student} other {# students}}',
    why: 'Why it stands out',
    times: 'Times',
    last: 'Last',
    more: '{count} more are not shown.',
  },
})
