import { catalog } from '#platform/words.ts'
import { redirectingObstacles } from '#referrals/contract.ts'
import { plannedWords } from '#supports/contract.ts'
import type { ObstacleToClosing, ObstacleToDeciding } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'standard.missed': 'Something was due and was not done',
    'referral.standard_missed': 'A standard of the model was missed',
    'concern.standard_missed': 'A concern was not decided in its time',
    'consent.standard_missed': 'What the family allowed ran out while care went on',
    'crisis.standard_missed': 'A time of the crisis standard was missed',
    'incident_review.standard_missed': 'A review of an incident was not written in its time',
    'return_plan.standard_missed': 'A plan to come back was not agreed on in its time',
    'partner.standard_missed': 'A time kept with an agency was missed',
    'escalation.opened': 'A stalled loop was escalated',
    'escalation.lead_told': 'The lead was told of a stalled loop',
    'escalation.backup_told': 'Whoever stands in was told of a stalled loop',
    'escalation.waits': 'Nobody had taken a stalled loop in time',
    'escalation.taken': 'A lead took the stalled loop',
    'escalation.family_contacted': 'A lead contacted the family about a stalled loop',
    'escalation.capacity_confirmed': 'A lead asked the agency whether it has room',
    'escalation.decided': 'A lead decided how a stalled loop goes on',
    'escalation.risk_rose': 'From a stalled loop somebody said that risk has risen',
    'escalation.closed': 'The escalation of a stalled loop was closed',
  },
})

const closedAlready = 'It is closed already.'
const tooFar =
  'That day is further ahead than a stalled loop may wait. Choose a sooner day; it can be planned anew then.'
const thing = {
  family_not_contacted: 'Write down first that the family was contacted, and what is in the way.',
  capacity_not_confirmed: 'Write down first whether the agency has room.',
}

export const noticingWords = catalog({
  en: {
    has_ended: 'The referral has ended.',
    known_already: 'What was missed is known already.',
  },
})
export const askingWords = catalog({
  en: {
    has_ended: 'This referral has ended. Nothing stalls any more.',
    open_already: 'The lead knows already: an escalation is open for this referral.',
  },
})
export const tellingWords = catalog({
  en: {
    closed_already: closedAlready,
    not_due: 'Whoever was told last still has time.',
  },
})
export const takingWords = catalog({
  en: { closed_already: closedAlready, yours_already: 'It is yours already.' },
})
export const contactWords = catalog({
  en: {
    closed_already: closedAlready,
    barriers_missing: 'Mark what is in the way.',
    student_answers_alone:
      'The student agreed to this care alone. Talk with the student, and with no caregiver.',
    barrier_unknown: 'Choose what is in the way from the list.',
  },
})
export const capacityWords = catalog({ en: { closed_already: closedAlready } })

export const decidingWords = catalog({
  en: {
    ...thing,
    ...plannedWords,
    closed_already: closedAlready,
    again_in_the_past: 'Give a day ahead on which you look at it again.',
    again_too_far: tooFar,
    referral_has_ended:
      'The referral has ended. Help at school is what is left to decide; or close with another plan.',
    ...redirectingObstacles,
  } satisfies Record<ObstacleToDeciding, string>,
})

export const closingWords = catalog({
  en: {
    ...thing,
    closed_already: closedAlready,
    crisis_runs:
      'A crisis runs for this student. It comes first: close it, then end this with what it showed.',
    nothing_decided: 'Decide first how it goes on.',
    not_connected:
      'No first visit was held yet, so the family is not connected. Close it with another plan, or wait.',
    nothing_since:
      'Since this opened no visit was held, and the agency has not said how it goes. Close it with another plan, or wait.',
    plan_missing: 'Write the plan: what happens now, and who does it.',
    again_missing: 'Give a day ahead on which somebody looks at the plan.',
    again_too_far: tooFar,
  } satisfies Record<ObstacleToClosing, string>,
})
