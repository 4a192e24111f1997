const calm = {
  days_seen: 'several',
  classwork: 'clearly',
  time_missed: 'none',
  with_others: 'quieter',
  settling: 'with_adult',
  tried: 'helped_some',
  words_about_harm: 'no',
  safety_now: 'no',
}
/** Answers of the shipped checklist that indicate each path. */
export const answersFor = {
  a: { ...calm, days_seen: 'few', classwork: 'a_little', settling: 'alone', with_others: 'as_usual' },
  b: calm,
  c: { ...calm, words_about_harm: 'yes' },
}
