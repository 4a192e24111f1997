import type { View } from '#access/screen.ts'
import type { ObstacleToDeciding } from '../rules.ts'
import type { TriageData } from '../triage-page.ts'

/** Which field of the form clears an obstacle. The others are cleared elsewhere. */
const fields: Partial<Record<ObstacleToDeciding, string>> = {
  reason_not_listed: 'reasonCategory',
  entry_criterion_missing: 'entryCriterion',
  exit_criterion_missing: 'exitCriterion',
  override_reason_missing: 'overrideReason',
  reviewer_missing: 'reviewerId',
  reviewer_is_decider: 'reviewerId',
  reviewer_not_designated: 'reviewerId',
  high_risk_without_clinician: 'clinicianId',
  clinician_not_here: 'clinicianId',
  immediate_risk_in_queue: 'path',
  navigator_missing: 'navigatorId',
  navigator_not_here: 'navigatorId',
  repeat_not_known: 'knownReferrals',
  support_incomplete: 'support.focus',
  support_days_out_of_order: 'support.reviewOn',
  owner_not_here: 'support.ownerId',
}

export type Said = { code: string; says: string; field?: string }

/**
 * Why a path cannot be decided, led to the field that clears it, and in the district's own words where a
 * rule of what schools must not do stands in the way [R022].
 */
export function reasonsSaid({ offered }: TriageData, { problem }: View): Said[] {
  const rules: Record<string, string> = {
    high_risk_without_clinician: offered.highRiskRule,
    immediate_risk_in_queue: offered.queueRule,
  }
  return (problem?.because ?? []).map((reason) => {
    const rule = rules[reason.code]
    const field = reason.field ?? fields[reason.code as ObstacleToDeciding]
    return {
      ...reason,
      ...(rule !== undefined && { says: `${rule} ${reason.says}` }),
      ...(field !== undefined && { field }),
    }
  })
}

/** The questions of the checklist that were sent without an answer, each led to its first answer. */
export function unansweredSaid({ checklist }: TriageData, { problem, typed }: View, says: string): Said[] {
  if (!problem?.because.some(({ code }) => code === 'checklist_unanswered')) return []
  return checklist.items
    .map(({ code }) => `answers.${code}`)
    .filter((field) => typed[field] === undefined)
    .map((field) => ({ code: 'checklist_unanswered', says, field }))
}
