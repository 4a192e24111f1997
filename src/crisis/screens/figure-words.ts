import { catalog } from '#platform/words.ts'
import type { IncidentSource } from '../incident.ts'

/** Who opened the record of an incident. */
export const sourceWords = catalog({
  en: {
    triage: 'A triage checklist or decision',
    staff: 'Somebody of the staff',
    family_or_student: 'A student or a family asked for help',
    partner_signal: 'An agency told of it',
  } satisfies Record<IncidentSource, string>,
})

/** Words of incidents as figures. */
export const figureWords = catalog({
  en: {
    title: 'Crisis incidents as figures',
    back: 'Crisis',
    lead: 'Of the last {days} days. Drills are not in it.',
    filter: 'Where they happened',
    tab_all: 'All',
    tab_on: 'On school premises',
    tab_off: 'Away from school',
    tab_unknown: 'Not said',
    on: 'on school premises',
    off: 'away from school',
    unknown: 'not said whether on premises',
    began: '{count, plural, =0 {No incident.} one {# incident.} other {# incidents.}}',
    were_on: '{on} on school premises, {off} away from school, {unknown} not said.',
    repeats:
      '{count, plural, =0 {No repeat} one {# repeat} other {# repeats}} within {days} days of another crisis of the same student.',
    known_by: 'How they became known',
    by_whom: 'Who opened the record',
    unsaid: 'Not said',
    line: '{name}: {count}',
    list_too_few: 'Some lines are smaller than {fewest}, and are shown to those who follow the incidents.',
    by_school: 'By school',
    school: 'School',
    head_began: 'Incidents',
    head_on: 'On premises',
    head_repeats: 'Repeats',
    each: 'One by one',
    when: 'When it began',
    how_began: 'How it became known',
    where: 'Where',
    repeat_or_end: 'Repeat, or other end',
    apart: 'Ended as no crisis of a student of the school, and told apart:',
    repeat_after: 'after {day}',
    more: '{count, plural, one {# earlier one is} other {# earlier ones are}} counted and not listed.',
    help: 'Students and families who asked for help',
    help_asked:
      '{count, plural, =0 {Nobody asked.} one {# request, {waiting} still waiting.} other {# requests, {waiting} still waiting.}}',
    help_time:
      'Half of them had somebody of the staff within {count, plural, one {# minute} other {# minutes}}.',
    too_few:
      'Some of these figures are smaller than {fewest}, and could say whom they are about. They are shown to those who follow the incidents.',
  },
})

/** Words of how soon the steps of incidents were taken. */
export const medianWords = catalog({
  en: {
    title: 'How soon each step was taken',
    caption: 'From when it began: half of the incidents took the step at least so soon',
    month: 'Month and school',
    all_schools: 'all schools',
    incidents: 'Incidents',
    alert: 'First alert',
    answer: 'The lead answered',
    rubric: 'Rubric run',
    response: 'Help from outside called',
    caregiver: 'A caregiver told',
    minutes: '{count, plural, =0 {at once} one {# min} other {# min}}',
    few: 'Too few to say',
    none: 'In none',
    nothing: 'Nothing to show.',
    left_out: 'Months and schools with fewer than {fewest} incidents are left out.',
    more: '{count, plural, one {# earlier row is} other {# earlier rows are}} not shown.',
  },
})
