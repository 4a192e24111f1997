import { catalog } from '#platform/words.ts'
import type { Outcome } from './reassessment.ts'
import type { EventKind, Level } from './school-event.ts'

export const kindWords = catalog({
  en: { absence: 'Day missed', incident: 'Incident', exclusion: 'Exclusion' } satisfies Record<
    EventKind,
    string
  >,
})
export const levelWords = catalog({
  en: {
    absences: 'Days missed lately',
    chronic_absence: 'Chronic absence',
    incidents: 'Incidents lately',
  } satisfies Record<Level, string>,
})
/** Codes of ours. A student system's own codes of incidents stand as they came. */
export const codeWords = catalog({
  en: {
    whole_day: 'Whole day',
    part_of_day: 'Part of the day',
    present: 'Was there after all',
    conflict: 'Conflict with others',
    harm_to_others: 'Harm to others',
    harm_to_property: 'Harm to property',
    substances: 'Substances',
    other: 'Something else',
    in_school_suspension: 'Suspension at school',
    out_of_school_suspension: 'Suspension out of school',
    removal: 'Removal',
    expulsion: 'Expulsion',
  },
})

export const outcomeWords = catalog({
  en: { steady: 'As before', better: 'Better', worse: 'Worse' } satisfies Record<Outcome, string>,
})
export const reassessmentWords = catalog({
  en: {
    title: 'Looked at again',
    none: 'Nobody looks at this student on a rhythm.',
    why: 'Why',
    every: 'Every how many days',
    every_hint: 'From 7 to 120.',
    days: '{days} days',
    next: 'Next by',
    last: 'Last time',
    looked: '{how} ({name}, {at})',
    stands: 'How it stands now',
    observed: 'What was seen',
    observed_hint: 'If it got worse, say what: it goes to triage.',
    look_save: 'Save the look',
    start: 'Look again on this rhythm',
    stop: 'Do not look on a rhythm any more',
  },
})

export const warningWords = catalog({
  en: {
    title: 'School days',
    of: 'School days of {name}',
    lead: 'Days missed, incidents and exclusions of this school year: dates and codes, no story.',
    missed: 'Whole days missed',
    of_days: '{missed} of {all}',
    incidents: 'Incidents',
    exclusions: 'Exclusions',
    warnings: 'Limits crossed',
    warning: '{level}, {day}',
    none: 'Nothing is kept of this school year.',
    day: 'Day',
    kind: 'What',
    code: 'Which',
    taken_back: 'Taken back',
    until: '{from} to {until}',
    caption: 'The latest first',
    enter: 'Enter one',
    choose: 'Choose',
    on: 'Day',
    save: 'Enter it',
    files: 'Days missed and incidents',
    files_lead:
      'Take in what the student system exports. A file is taken in whole or not at all, and the same file again changes nothing.',
    file: 'CSV or Ed-Fi XML file',
    file_hint: 'Up to 16 MB, in UTF-8.',
    send: 'Take it in',
    look: 'Look first what it would change',
    looked_at: 'Looked at only',
    was_taken: 'Taken in',
    what_came: 'What came of it',
    columns: 'What the columns are called',
    columns_absence: 'Days missed: student, date, status (whole_day, part_of_day, present).',
    columns_incident: 'Incidents: incident, student, date, kind.',
    columns_exclusion:
      'Exclusions: exclusion, student, from, until, kind (in_school_suspension, out_of_school_suspension, removal, expulsion).',
    columns_edfi:
      'Ed-Fi XML: StudentSchoolAttendanceEvent, or DisciplineIncident with its students and DisciplineAction.',
    columns_more: 'Dates are written like 2026-10-15. Other columns are left alone.',
    taken_in: 'Files taken in',
    no_files: 'No file was taken in yet.',
    when: 'When',
    who: 'Who',
    added: 'New',
    changed: 'Changed',
    same: 'Known',
    unknown: 'Of nobody known',
    raised: 'Concerns raised',
    ignored: 'Left alone: {columns}.',
  },
})
