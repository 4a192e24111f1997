import { catalog } from '#platform/words.ts'

export const progressWords = catalog({
  en: {
    title: 'Progress meetings',
    lead: 'Every two to four weeks: how all students in service do together, and some of them one by one, within what families agreed to.',
    of: 'Progress meeting of {schools}',
    due: 'When each school meets',
    due_caption: 'By school: the last meeting, and when the next one is owed',
    last: 'Last met',
    never: 'Not yet',
    next: 'Owed by',
    none_served: 'Nobody is in service at these schools, so no meeting is owed.',
    school: 'School',
    suppressed: 'suppressed',
    together: 'All students in service, together',
    together_then: 'All students in service, as the meeting began',
    together_caption: 'Counts by school. Nobody is named here.',
    inService: 'In service',
    measured: 'With agreed measures',
    updated: 'Measures brought up to date within four weeks',
    booked: 'Next visit booked',
    hindered: 'Something stands in the way',
    reached: 'First milestone reached',
    hidden: 'Hidden: fewer than ten of something',
    all_schools: 'All of these',
    whom: 'Whom do you speak of?',
    whom_hint: 'Students whose families agreed to care coordination.',
    whom_none:
      'No family of these schools agreed to care coordination, so the meeting speaks of all together.',
    begin_note: 'Counts are made now and kept with the meeting. Those you choose are on its list.',
  },
})
