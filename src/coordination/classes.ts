import type { Viewing } from '#access/look.ts'
import type { DataClass } from '#database/classes.ts'
import type { OwedKind } from './owed-store.ts'
import type { SchoolCare } from './school-care.ts'
import { type Question, questions } from './six-answers.ts'

/** Of which class each of the six answers is; the answer to "what if risk rises" is about the school. */
const classOfQuestion: Readonly<Record<Question, DataClass | undefined>> = {
  responsibility: 'clinical_responsibility',
  consent: 'consent',
  sharing: 'consent',
  next_visit: 'visits',
  risk: undefined,
  progress: 'supports',
}

/** The questions of the six whose answers they may know. */
export const askedOf = (view: Viewing): Question[] =>
  questions.filter((question) => {
    const dataClass = classOfQuestion[question]
    return dataClass === undefined || view.knows(dataClass)
  })

/** Of which class that is which holds a student at school. */
export const classOfCare = ({ of: holds }: Pick<SchoolCare, 'of'>): DataClass =>
  holds === 'support' ? 'supports' : 'crisis'

/**
 * Of which class each thing is that can wait for somebody. News, and that somebody was told of a crisis, are
 * withheld from nobody they were sent to.
 */
export const classOfOwed: Readonly<Record<Exclude<OwedKind, 'notice' | 'alert'>, DataClass>> = {
  concern: 'concerns',
  review: 'triage',
  support: 'supports',
  signal: 'signals',
  support_alert: 'signals',
  holder: 'clinical_responsibility',
  further: 'referrals',
  team_step: 'referrals',
  offer: 'visits',
  handoff: 'handoffs',
  reminder: 'handoffs',
  escalation: 'referrals',
  task: 'referrals',
  help: 'handoffs',
  need: 'family_needs',
  outside: 'handoffs',
  reassessment: 'concerns',
  barrier: 'handoffs',
  care: 'care_notices',
  debrief: 'crisis',
  improvement: 'crisis',
  return: 'supports',
  follow_up: 'supports',
}

/** The classes of everything that may stand on somebody's Today. */
export const classesToday: readonly DataClass[] = [
  'identity',
  'referrals',
  'contact_details',
  'concerns',
  'triage',
  'supports',
  'signals',
  'visits',
  'handoffs',
  'care_notices',
  'crisis',
  'clinical_responsibility',
  'family_needs',
]

/** Of which class a change is, by what stands before the dot of its name. */
const classOfChanged: Readonly<Record<string, DataClass>> = {
  alert: 'signals',
  appointment: 'visits',
  barrier: 'handoffs',
  caregiver: 'contact_details',
  class_observation: 'concerns',
  class_time: 'visits',
  concern: 'concerns',
  consent: 'consent',
  crisis: 'crisis',
  decision: 'triage',
  early_warning: 'concerns',
  reassessment: 'concerns',
  school_visit: 'visits',
  screening_opt_out: 'concerns',
  screening_results: 'concerns',
  school_event: 'concerns',
  school_events: 'concerns',
  escalation: 'referrals',
  family_contact: 'consent',
  family_need: 'family_needs',
  family_profile: 'family_needs',
  family_link: 'consent',
  family_sign_in: 'access_record',
  guardianship: 'contact_details',
  guest_link: 'referrals',
  follow_up: 'supports',
  handoff: 'handoffs',
  help: 'handoffs',
  improvement: 'crisis',
  incident_review: 'crisis',
  sampled_case: 'crisis',
  measures: 'supports',
  milestone: 'signals',
  minor_rule: 'consent',
  opening: 'access_record',
  outside: 'handoffs',
  participation: 'signals',
  referral: 'referrals',
  reminder: 'handoffs',
  responsibility: 'clinical_responsibility',
  return_plan: 'supports',
  return_sheet: 'crisis',
  review: 'referrals',
  review_task: 'referrals',
  signal: 'signals',
  standard: 'referrals',
  student: 'identity',
  support: 'supports',
  team: 'referrals',
  tier: 'supports',
  work: 'referrals',
}

/** The class of a change; undefined for one that nobody gave a class, which is told to nobody. */
export const classOfChange = (name: string): DataClass | undefined =>
  classOfChanged[name.slice(0, name.indexOf('.'))]
