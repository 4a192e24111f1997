import type { Unit } from '#access/unit.ts'
import type { SupportPlan, TriageDecided } from '#concerns/contract.ts'
import { callReviewAt } from './call-review.ts'
import { insertSupport } from './store.ts'

export type NewSupport = SupportPlan & {
  studentId: string
  schoolId: string
  /** Null when it is offered after a family's choice. */
  decisionId: string | null
  clinicianId?: string | null
  highRisk?: boolean
}

/**
 * Opens path (a): a focus, an owner, a review day and the entry criterion that was met [R015] [R026]. The
 * caller asks permission and has judged the plan; the trace is left here.
 * @returns the id of the support
 */
export async function openBriefSupport(unit: Unit, plan: NewSupport): Promise<string> {
  const id = unit.id()
  const { studentId, decisionId, entryCriterion, ownerId } = plan
  await insertSupport(unit, {
    id,
    studentId,
    schoolId: plan.schoolId,
    decisionId,
    focus: plan.focus,
    ownerId,
    state: 'planned',
    startsOn: plan.startsOn,
    plannedEndOn: plan.plannedEndOn,
    reviewOn: plan.reviewOn,
    entryCriterion,
    exitCriterion: null,
    clinicianId: plan.clinicianId ?? null,
    highRiskAt: plan.highRisk === true ? unit.now : null,
    endedAt: null,
    version: 1,
  })
  unit.record(
    'support.opened',
    { type: 'brief_support', id, studentId },
    { decision: decisionId, entryCriterion, ownerId },
  )
  await callReviewAt(unit, { id, reviewOn: plan.reviewOn })
  return id
}

/** What follows a decision for path (a). @returns the id of the support */
export async function openOnDecision(unit: Unit, decided: TriageDecided): Promise<string | undefined> {
  if (decided.path !== 'a' || decided.support === undefined) return undefined
  const { studentId, schoolId, decisionId, clinicianId = null, highRisk } = decided
  return openBriefSupport(unit, {
    ...decided.support,
    studentId,
    schoolId,
    decisionId,
    clinicianId,
    highRisk,
  })
}
