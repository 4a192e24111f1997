import { catalog } from '#platform/words.ts'
import type { WhyNoInstrument } from './read-questionnaire.ts'
import type { WhyAmiss } from './read-results.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'screening_instrument.imported': 'A screening instrument was brought into the district',
    'screening_cut_off.set': 'A version of a screening cut-off was set',
    'screening_round.opened': 'A screening round was opened',
    'screening_results.loaded': 'Results of a screening round were taken in',
    'screening_opt_out.recorded': 'The family does not want the student screened',
    'screening_opt_out.ended': 'The family changed its mind about not being screened',
  },
})

/** What a concern says that a result raised. */
export const observedWords = catalog({
  en: {
    over: '{title}: {points} of {most} points. From {cut} on (version {number} of the cut-off) it comes to triage.',
  },
})

export const instrumentFileWords = catalog({
  en: {
    too_large: 'The file is too large for an instrument. Nothing was taken in.',
    not_json: 'This is no JSON file in UTF-8. Export the Questionnaire again.',
    not_questionnaire: 'This is no FHIR R4 Questionnaire.',
    no_name: 'The Questionnaire needs a url, a version and a title.',
    withdrawn: 'The publisher withdrew this Questionnaire.',
    not_understood: 'The Questionnaire says that it is read in a way that is not known here.',
    no_items: 'There is no question in it.',
    too_many_items: 'There are more than 100 questions in it.',
    item_open:
      'A question is answered in words, or more than once. Only one choice of several can be scored.',
    item_conditional: 'A question is asked only after another. Such an instrument cannot be scored here.',
    item_without_points: 'An answer has no points: each needs its ordinalValue, a whole number.',
    item_twice: 'Two questions have the same linkId.',
    answer_twice: 'A question has the same answer twice.',
  } satisfies Record<WhyNoInstrument | 'too_large', string>,
})

export const amissWords = catalog({
  en: {
    not_csv: 'This is no CSV file in UTF-8. Export it again as CSV.',
    too_long: 'The file is too long. Split it into several.',
    columns_missing: 'It needs the columns student and date, and one for each question.',
    columns_unknown: 'It has columns that belong to no question. Leave them out.',
    student_missing: 'No student is named.',
    student_twice: 'The same student stands in the file twice.',
    day_wrong: 'The day is not written like 2026-10-15.',
    day_outside: 'The day is not one of this round.',
    answer_wrong: 'An answer is missing, or is none of this instrument.',
    not_in_round: 'The student is not of this school and these grades.',
    opted_out: 'The family does not want the student screened. Take the line out.',
  } satisfies Record<WhyAmiss, string>,
})
/** What is said of a file with lines that are amiss. */
export const refusedWords = catalog({
  en: {
    lines:
      'Nothing was taken in. Line {lines}{more, plural, =0 {} one { And # more line.} other { And # more lines.}}',
  },
})

export const instrumentActWords = catalog({
  en: {
    known_already: 'This version of the instrument is here already.',
    points_too_many: 'The instrument has not so many points.',
    set_meanwhile: 'Somebody else just set a version. Look at it first.',
  },
})
export const roundActWords = catalog({
  en: {
    instrument_unknown: 'Choose an instrument from the list.',
    sample_at_live_school: 'This instrument is a sample. A school that is live needs one that is approved.',
    no_cut_off: 'No cut-off is set for this instrument. The head of the district sets one first.',
    ends_before_start: 'Give a last day that is not before the first.',
    grade_unknown: 'Choose grades from the list.',
    no_grade: 'Choose at least one grade.',
  },
})
export const optOutWords = catalog({
  en: {
    out_already: 'It is written down already that this student is not screened.',
    not_out: 'The student is screened as others are.',
    day_ahead: 'Give today or a day before.',
  },
})
