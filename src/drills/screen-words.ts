import { catalog } from '#platform/words.ts'
import type { Following, StepTime } from '#crisis/contract.ts'
import type { DrillKind, FindingOutcome, LeadsTo, TeamKind } from './drill.ts'

export const kindWords = catalog({
  en: {
    tabletop: 'At a table',
    timed: 'Against the clock, in the live incident',
  } satisfies Record<DrillKind, string>,
})
/** The steps of the script, as short as a table needs them. */
export const stepNames = catalog({
  en: {
    safety: 'Made safe',
    lead: 'The lead answered',
    roles: 'Four people named',
    rubric: 'Rubric run',
    response: 'What the level says called',
    caregiver: 'A caregiver told',
    clinician: 'The clinician told',
    report: 'Duty to report looked at',
    handover: 'Handed over',
    facts: 'Student and place',
  } satisfies Record<StepTime['step'], string>,
})
export const followedWords = catalog({
  en: {
    followed: 'As the standard says',
    not_followed: 'Otherwise, or late',
    not_documented: 'Not written down',
  } satisfies Record<Following, string>,
})
export const leadsWords = catalog({
  en: {
    action: 'Somebody does something by a day',
    standard: 'The crisis standard is to change',
  } satisfies Record<LeadsTo, string>,
})
export const outcomeWords = catalog({
  en: {
    done: 'It is done',
    standard_changed: 'The standard was changed',
    not_needed: 'It is not needed any more',
  } satisfies Record<FindingOutcome, string>,
})
export const teamKindWords = catalog({
  en: {
    professional: 'Professional',
    caregiver: 'Caregiver',
    community: 'Community partner',
  } satisfies Record<TeamKind, string>,
})

/** What the pages of drills say. */
export const drillWords = catalog({
  en: {
    title: 'Crisis drills',
    lead: 'A drill is no crisis: nobody real is in it, nobody outside is called, and it counts nowhere but here.',
    schools: 'Where each school stands',
    first_schools: 'The first schools are shown, what is overdue before the rest.',
    one_school: 'One school',
    all: 'All of mine',
    school: 'School',
    last: 'Last drill',
    never: 'None yet',
    next: 'Next drill by',
    no_day: 'Before the school begins',
    overdue: 'Overdue since {day}',
    drills: 'Planned and held',
    none: 'No drill is planned, and none was held.',
    none_note: 'Plan one from the library.',
    drill: 'Drill',
    how: 'How',
    when: 'When',
    planned_for: 'Planned for {day}',
    held_on: 'Held {day}',
    called_off: 'Called off',
    open_findings: 'What drills showed and waits',
    found: 'What was found',
    comes_of_it: 'What comes of it',
    owner: 'Who',
    by: 'By',
    due_on: 'Due on',
    library: 'Library of scenarios',
    library_version: 'Version {version} of the library.',
    sample: 'Sample: not approved for use',
    library_standard: 'See and edit the library',
    plan: 'Plan a drill',
    scenario: 'Scenario',
    planned_on: 'Day',
    plan_do: 'Plan it',
    choose: 'Choose',
    team: 'Crisis teams',
    one: 'Crisis drill',
    is_drill: 'This is a drill.',
    says: 'What happens',
    asks: 'What to talk about',
    from_version: 'Scenario of version {version} of the library, planned by {name}.',
    present: 'Who took part',
    hold: 'It was held',
    held_day: 'Day it was held',
    staff: 'Staff who took part',
    of_team: 'Others of the crisis team who took part',
    hold_do: 'Save that it was held',
    more_staff:
      '{count, plural, one {# more person is} other {# more people are}} not shown. Find them by name; who is missing is added afterwards.',
    find_staff: 'Find somebody by name',
    find_do: 'Find',
    find_none: 'Nobody of this school is called {typed}.',
    begin: 'Begin it now',
    begin_note:
      'The live incident opens as in a crisis, marked as a drill. Only those marked here are told, and you. No student is in it.',
    begin_do: 'Begin the drill',
    end: 'It is over',
    live: 'Open the live drill',
    others: 'Somebody else took part',
    others_do: 'Add them',
    times: 'How long the steps took',
    begun_at: 'Begun {at}.',
    step: 'Step',
    taken: 'Taken',
    after: 'after {count, plural, one {# minute} other {# minutes}}',
    not_taken: 'not written down',
    limit: 'Standard',
    within: 'within {count, plural, one {# minute} other {# minutes}}',
    no_limit: 'no time given',
    how_it_went: 'How it went',
    call_off: 'Call it off',
    findings: 'What it showed',
    no_findings: 'Nothing is written down yet.',
    add_finding: 'Write down what it showed',
    words: 'What the drill showed',
    words_hint: 'No name of a student stands here: nobody real is in a drill.',
    leads_to: 'What comes of it',
    add_do: 'Save it',
    ended: 'How it ended',
    end_do: 'Save how it ended',
    finish: 'Say how it ended: {words}',
  },
})

/** What the page of crisis teams says. */
export const teamWords = catalog({
  en: {
    title: 'Crisis teams',
    lead: 'Professionals, caregivers and community partners who know what to do, and how each of them is reached.',
    incomplete: 'Not complete. Missing: {missing}.',
    complete: 'Complete.',
    nobody: 'Nobody is on the team yet.',
    member: 'Member',
    kind: 'Stands for',
    reached: 'Reached by',
    not_given: 'Not given',
    education: 'Continuing education',
    hours: '{hours, plural, one {# hour} other {# hours}}',
    no_hours: 'None yet',
    earned: '{title}, {hours}, {day}',
    add: 'Put somebody on the team',
    name: 'Name',
    role: 'What they do, or whom they come from',
    phone: 'Phone',
    email: 'Email',
    add_do: 'Put them on the team',
    credit: 'Credit {name} with education',
    for_what: 'For what',
    how_many: 'Hours',
    how_many_hint: 'In quarters, such as 1.5',
    earned_on: 'Day',
    credit_do: 'Save the credit',
    leave: 'Take {name} off the team',
    one_school: 'One school',
    all: 'All of mine',
    first_schools: 'The first schools are shown.',
    drills: 'Crisis drills',
  },
})
