import type { Clock } from './clocks.ts'
import type { ClockStandard } from './limits.ts'
import type { TierLimit } from './tier-limits.ts'

/**
 * The limits a new district starts with. Same day, same week, at once and weekly come from the model; the
 * one-week high-need limit is its example; the other numbers are our suggestion where the model leaves the
 * number open. The model has what feels urgent triaged at once; a limit that nobody can keep says nothing
 * about those who hurry, so that it is the first half hour in which school is open.
 */
export const shippedLimits: Record<Clock, ClockStandard> & { byTier: TierLimit[] } = {
  triage: { limit: { unit: 'school_days', amount: 1 }, urgent: { unit: 'working_minutes', amount: 30 } },
  warm_handoff: { limit: { unit: 'same_day' } },
  assessment: { limit: { unit: 'calendar_days', amount: 7 } },
  crisis_path: { limit: { unit: 'minutes', amount: 0 } },
  high_need_intake: { limit: { unit: 'calendar_days', amount: 7 } },
  not_received: {
    limit: { unit: 'school_days', amount: 1 },
    highNeed: { unit: 'school_days', amount: 1 },
  },
  not_accepted: {
    limit: { unit: 'school_days', amount: 2 },
    highNeed: { unit: 'school_days', amount: 1 },
  },
  not_scheduled: {
    limit: { unit: 'school_days', amount: 3 },
    highNeed: { unit: 'school_days', amount: 2 },
  },
  not_seen: {
    limit: { unit: 'calendar_days', amount: 14 },
    highNeed: { unit: 'calendar_days', amount: 7 },
  },
  silent: { limit: { unit: 'calendar_days', amount: 14 }, highNeed: { unit: 'calendar_days', amount: 7 } },
  weekly_review: { limit: { unit: 'calendar_days', amount: 7 } },
  one_month: { limit: { unit: 'calendar_days', amount: 30 } },
  engagement_again: { limit: { unit: 'calendar_days', amount: 30 } },
  consent_ending: { limit: { unit: 'calendar_days', amount: 30 } },
  crisis_acknowledgement: { limit: { unit: 'minutes', amount: 5 } },
  caregiver_told: { limit: { unit: 'minutes', amount: 30 } },
  incident_review: { limit: { unit: 'school_days', amount: 5 } },
  return_plan: { limit: { unit: 'school_days', amount: 2 } },
  directory_check: { limit: { unit: 'calendar_days', amount: 365 } },
  progress_meeting: { limit: { unit: 'calendar_days', amount: 28 } },
  agreement_renewal: { limit: { unit: 'calendar_days', amount: 730 } },
  visit_reminder: { limit: { unit: 'school_days', amount: 1 } },
  support_review: { limit: { unit: 'school_days', amount: 15 } },
  support_end: { limit: { unit: 'school_days', amount: 30 } },
  escalation_answer: {
    limit: { unit: 'school_days', amount: 1 },
    highNeed: { unit: 'working_minutes', amount: 120 },
  },
  alert_answer: {
    limit: { unit: 'school_days', amount: 1 },
    highNeed: { unit: 'working_minutes', amount: 120 },
  },
  escalation_decision: {
    limit: { unit: 'school_days', amount: 3 },
    highNeed: { unit: 'school_days', amount: 1 },
  },
  pause: {
    limit: { unit: 'calendar_days', amount: 21 },
    highNeed: { unit: 'calendar_days', amount: 5 },
  },
  care_notice_answer: { limit: { unit: 'working_minutes', amount: 30 } },
  crisis_drill: { limit: { unit: 'calendar_days', amount: 180 } },
  care_notice_days: { limit: { unit: 'calendar_days', amount: 14 } },
  repeat_referral: { limit: { unit: 'calendar_days', amount: 180 } },
  repeat_crisis: { limit: { unit: 'calendar_days', amount: 90 } },
  follow_up: { limit: { unit: 'school_days', amount: 1 } },
  follow_up_again: { limit: { unit: 'school_days', amount: 5 } },
  // The model says that limits differ by tier and gives no number, so that a district writes its own.
  byTier: [],
}
