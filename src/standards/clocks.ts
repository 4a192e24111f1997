/**
 * Everything the model puts a time on, with its number in the operating model. A flat standard is one the
 * model states without "for example": it may be loosened only through decision rights, and every report
 * then says so.
 */
export const clocks = {
  /** From concern received to triage decision [R025]. */
  triage: { code: 'K1', flat: false },
  /** From a path (b) decision to a finished warm handoff [R042]. */
  warm_handoff: { code: 'K2', flat: true },
  /** From a path (b) decision to the clinical assessment held [R016]. */
  assessment: { code: 'K3', flat: true },
  /** From a path (c) decision to the crisis screen opening [R017]. */
  crisis_path: { code: 'K4', flat: true },
  /** From the referral date to an intake date, for a high-need student [R087]. */
  high_need_intake: { code: 'K5', flat: false },
  /**
   * Steps of the loop that stall [R088]: sent, received, accepted, scheduled, and a partner that went
   * silent.
   */
  not_received: { code: 'K6a', flat: false },
  not_accepted: { code: 'K6b', flat: false },
  not_scheduled: { code: 'K6c', flat: false },
  not_seen: { code: 'K6d', flat: false },
  silent: { code: 'K6e', flat: false },
  /** From one review of an open referral or caseload to the next [R079, R161]. */
  weekly_review: { code: 'K7', flat: true },
  /** From the first appointment to "still active after one month" [R075]. */
  one_month: { code: 'K8', flat: false },
  /** From one such answer to the next, as long as care goes on [R075]. */
  engagement_again: { code: 'K27', flat: false },
  /** How long before a consent ends its people hear of it [R131]. */
  consent_ending: { code: 'K9', flat: false },
  /** From telling the crisis lead to their answer; then the backup is told [R099]. */
  crisis_acknowledgement: { code: 'K10', flat: false },
  /** From the start of a crisis to the caregiver being told [R103]. */
  caregiver_told: { code: 'K11', flat: false },
  incident_review: { code: 'K12', flat: false },
  return_plan: { code: 'K13', flat: false },
  directory_check: { code: 'K14', flat: false },
  progress_meeting: { code: 'K15', flat: false },
  agreement_renewal: { code: 'K16', flat: false },
  /** How long before a visit its family is reminded of it [R057]. */
  visit_reminder: { code: 'K17', flat: false },
  /** From the start of brief support at school to its review, and to its planned end [R015]. */
  support_review: { code: 'K18', flat: false },
  support_end: { code: 'K19', flat: false },
  /** From telling a lead of a stalled loop to somebody taking it; then whoever stands in is told [R089]. */
  escalation_answer: { code: 'K20', flat: false },
  /** From telling of an alert between school and agency to an answer; then the next are told [R009]. */
  alert_answer: { code: 'K28', flat: false },
  /** From taking a stalled loop to deciding how it goes on [R090]. */
  escalation_decision: { code: 'K21', flat: false },
  /** From closing an incident to the first contact with the family, the student and the provider [R126]. */
  follow_up: { code: 'K23', flat: false },
  /** From one such contact to the next, until the student is stable [R126]. */
  follow_up_again: { code: 'K24', flat: false },
  /** How long a pause of a referral lasts at most: no clock stands for good. */
  pause: { code: 'K22', flat: false },
  /** From a Handle With Care notice to somebody's answer; then whoever stands in is told [R346]. */
  care_notice_answer: { code: 'K25', flat: false },
  /** From one crisis drill of a school to the next [R113]. */
  crisis_drill: { code: 'K26', flat: false },
  /** How long a Handle With Care notice stands: then nobody at school reads it [R348]. */
  care_notice_days: { code: 'W3', flat: false },
  /**
   * How long after a referral that did not connect another one for the same need counts as a repeat [R033].
   */
  repeat_referral: { code: 'W1', flat: false },
  /** How long after a crisis another one of the same student counts as a repeat [R110]. */
  repeat_crisis: { code: 'W2', flat: false },
} as const satisfies Record<string, { code: string; flat: boolean }>

export type Clock = keyof typeof clocks
export const clockNames = Object.keys(clocks) as Clock[]
export const flatClocks = clockNames.filter((clock) => clocks[clock].flat)

/**
 * Clocks whose unit stays. Five are so many days on the wall, and nothing else means anything there; in a
 * crisis minutes run day and night, so that nobody waits for school to open.
 */
export const unitStays: readonly string[] = [
  'consent_ending',
  'repeat_referral',
  'repeat_crisis',
  'pause',
  'crisis_acknowledgement',
  'caregiver_told',
  'care_notice_days',
  'crisis_drill',
] satisfies Clock[]

/** A path (c) decision opens the crisis screen at once: nothing is shorter, and it is not loosened. */
export const limitStays: readonly string[] = ['crisis_path'] satisfies Clock[]
