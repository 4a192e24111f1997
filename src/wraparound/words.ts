import { catalog } from '#platform/words.ts'
import type { ObstacleToJoining, ObstacleToStep } from './rules.ts'
import type { MemberRole, StepKind, StepOutcome } from './team.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'team.formed': 'A team was formed around the student',
    'team.told': 'An agency was put on the team, on the family’s yes',
    'team.joined': 'Somebody joined the team around the student',
    'team.parted': 'Somebody is on the team around the student no more',
    'team.planned': 'The team planned a step',
    'team.step_finished': 'A step of the team’s plan was finished',
    'team.dissolved': 'The team around the student came to its end',
  },
})

export const formingWords = catalog({
  en: {
    no_school: 'The student is at no school of the district now.',
    one_already: 'There is a team around this student already.',
  },
})
export const joiningWords = catalog({
  en: {
    team_ended: 'This team has come to its end.',
    person_missing: 'Choose somebody who works with students of this school.',
    role_missing: 'Choose what they do on the team.',
    agency_missing: 'Choose an agency that serves the student.',
    caregiver_missing: 'Choose a caregiver who may be told.',
    not_consented: 'The family has not agreed to care coordination with this agency.',
    on_it_already: 'They are on the team already.',
  } satisfies Record<ObstacleToJoining, string>,
})
export const stepWords = catalog({
  en: {
    team_ended: 'This team has come to its end.',
    member_gone: 'Choose somebody who is on the team.',
    due_in_the_past: 'Give a day from today on.',
  } satisfies Record<ObstacleToStep, string>,
})
export const partingWords = catalog({ en: { parted_already: 'They are on the team no more.' } })
export const finishingWords = catalog({ en: { finished_already: 'This was ended already.' } })
export const endingWords = catalog({ en: { team_ended: 'This team has come to its end already.' } })

export const roleNames = catalog({
  en: {
    leads: 'Leads the team',
    coordinates: 'Coordinates care',
    helps_at_school: 'Helps at school',
    cares: 'Agency',
    family: 'Family',
    student: 'The student',
  } satisfies Record<MemberRole, string>,
})
export const stepNames = catalog({
  en: {
    check_in_school: 'Checks in at school',
    check_in_home: 'Checks in with the family',
    keep_visits: 'Helps to keep visits',
    transport: 'Sees to the way there',
    forms: 'Helps with forms',
    school_supports: 'Sees to supports in class',
    daily_routine: 'Works on the daily routine',
    peer_or_mentor: 'Brings a mentor or peers',
    activities: 'Brings the student to an activity',
    family_support: 'Helps the family with what it needs',
    crisis_plan_shared: 'Goes through what happens if risk rises',
    meet_again: 'Brings the team together again',
  } satisfies Record<StepKind, string>,
})
export const outcomeNames = catalog({
  en: {
    done: 'done',
    not_needed: 'not needed any more',
    not_possible: 'was not possible',
  } satisfies Record<StepOutcome, string>,
})
