import { catalog } from '#platform/words.ts'

/** Words of the smaller pages around a student. */
export const smallWords = catalog({
  en: {
    gaps: 'Gaps',
    gaps_lead: 'Students in care, at school or with an agency, for whom one of the six answers is missing.',
    gaps_none: 'No answer is missing.',
    gaps_none_note: 'Every student in care, at school or with an agency, has all six.',
    student: 'Student',
    missing: 'Missing, and who owes it',
    owes_by: '{name} owes this by',
    grade: 'Grade {grade}, {school}',
    visit_result: 'result of the visit {day}',
    high_need: 'High need',
    head: 'The district head',
    measures: 'Agree measures',
    measures_lead:
      'How you see across settings whether it helps. Numbers and milestones; never what is said in care.',
    measures_now: 'Agreed now',
    measures_none: 'Nothing is agreed yet.',
    measure_line: '{measure}: {baseline}. {name}, {day}.',
    attendance_hint: 'For example: 4 of 20 days missed in September',
    crisis_contacts_hint: 'For example: none since August',
    engagement_hint: 'For example: comes to the group every second week',
    where_now: 'Where it stands today',
    save: 'Save what is agreed',
    readers: 'Who has looked',
    readers_of: 'Who has looked at {name}’s records',
    search: 'Search',
    blocks: 'Who is kept away',
    readers_lead: 'Everybody who opened this student’s records in the last {days} days.',
    who: 'Who',
    as: 'Acting as',
    times: 'Times',
    last: 'Last',
    system: 'Throughline',
  },
})
