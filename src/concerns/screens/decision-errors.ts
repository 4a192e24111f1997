import type { View } from '#access/screen.ts'
import type { TriageData } from '../triage-page.ts'

export type Said = { code: string; says: string; field?: string }

/**
 * Why a path cannot be decided, in the district's own words where a rule of what schools must not do stands
 * in the way [R022].
 */
export function reasonsSaid({ offered }: TriageData, { problem }: View): Said[] {
  const rules: Record<string, string> = {
    high_risk_without_clinician: offered.highRiskRule,
    immediate_risk_in_queue: offered.queueRule,
  }
  return (problem?.because ?? []).map((reason) => {
    const rule = rules[reason.code]
    return rule === undefined ? reason : { ...reason, says: `${rule} ${reason.says}` }
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
