import { catalog } from '#platform/words.ts'
import type { IncidentState } from './lifecycle.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'crisis.opened': 'Crisis opened',
    'crisis.lead_told': 'Crisis lead told',
    'crisis.backup_told': 'Backup told, because nobody had answered in time',
    'crisis.told_again': 'Everybody told again, because nobody had answered',
    'crisis.acknowledged': 'Crisis lead answered',
    'crisis.described': 'Facts added to the incident',
    'crisis.student_named': 'Student named in the incident',
    'crisis.decided': 'Triage decision joined to the incident',
  },
})

/** What it says of the list of whom to call. @drawn */
export const contactTraceWords = catalog({
  en: {
    'crisis_contact.added': 'Somebody to call in a crisis added',
    'crisis_contact.checked': 'Number to call in a crisis checked',
    'crisis_contact.ended': 'Somebody to call in a crisis taken off the list',
  },
})

/** How an incident stands, for staff. @drawn */
export const stateWords = catalog({
  en: {
    open: 'Nobody has answered yet',
    acknowledged: 'A lead has it',
    closed: 'Closed',
  } satisfies Record<IncidentState, string>,
})

const messages = {
  school_missing: 'Choose the school where it happens.',
  school_unclear: 'Say which school is meant: the name is several schools’, or none’s.',
  not_told: 'You were not told of this incident, so there is nothing to answer. Follow it below.',
  already_acknowledged: 'You said already that you have it.',
  answered: 'Somebody has answered, so nobody else is told.',
  not_due: 'The person told last still has time to answer.',
  closed: 'This incident is closed.',
  another_school:
    'This student is enrolled at another school of the district. Check the name and the school.',
} as const
export type CrisisObstacle = keyof typeof messages

export const obstacleWords = catalog({ en: messages })

/** Why the list of whom to call cannot be changed so. */
export const contactWords = catalog({
  en: { stays: '911 and 988 stay on the list. Correct the number instead.' },
})
