import { catalog } from '#platform/words.ts'
import type { WhyAmiss } from './read-file.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'early_warning.made': 'A limit of days missed or incidents was crossed',
    'reassessment.started': 'The student is looked at again on a rhythm from now on',
    'reassessment.looked': 'Somebody looked again at the student',
    'reassessment.stopped': 'The student is not looked at on a rhythm any more',
    'school_event.entered': 'A day missed, an incident or an exclusion was entered',
    'school_events.imported': 'A file of school days was taken in',
    'school_events.previewed': 'Somebody looked what a file of school days would change',
  },
})

/** What a concern says that was raised by a limit. */
export const observedWords = catalog({
  en: {
    absences: 'Missed {count, plural, one {# whole day} other {# whole days}} of school lately: {days}.',
    chronic_absence:
      'Missed {count, plural, one {# whole day} other {# whole days}} of {enrolled} school days this year. The last ones: {days}.',
    incidents: '{count, plural, one {# incident} other {# incidents}} of behavior lately: {days}.',
  },
})

export const amissWords = catalog({
  en: {
    not_xml: 'This is no XML file in UTF-8, or it is not whole. Export it again.',
    names_entities: 'It has a document type. Such files are not read: export it without one.',
    not_edfi: 'This is no Ed-Fi interchange of attendance or discipline with anything to read in it.',
    too_deep: 'A record is larger than any of an interchange.',
    incident_missing: 'The incident it speaks of does not stand in the file.',
    not_csv: 'This is no CSV file in UTF-8. Export it again as CSV.',
    too_long: 'The file is too long. Split it into files of fewer days.',
    columns_missing: 'Its columns are none of those below.',
    student_missing: 'No student is named.',
    id_missing: 'The event has no id, or one that is too long.',
    id_twice: 'The same event stands in the file twice.',
    day_wrong: 'The day is not written like 2026-10-15.',
    end_before_start: 'It ends before it begins.',
    code_unknown: 'The code is not one that can be read.',
  } satisfies Record<WhyAmiss, string>,
})

/** What is said of a file with lines that are amiss. */
export const refusedWords = catalog({
  en: {
    lines:
      'Nothing was taken in. Line {lines}{more, plural, =0 {} one { And # more line.} other { And # more lines.}}',
  },
})

export const reassessingWords = catalog({
  en: {
    on_it_already: 'They are looked at again already.',
    not_on_it: 'They are not on the list any more.',
    observed_missing: 'Say what got worse: triage reads it.',
  },
})

export const enteringWords = catalog({
  en: {
    day_ahead: 'Give today or a day before.',
    code_of_another_kind: 'Choose what it was from the list.',
  },
})
