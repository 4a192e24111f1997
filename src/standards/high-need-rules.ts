import { addCalendarDays } from '#district/contract.ts'
import type { HighNeed, HighNeedCriterion } from './high-need.ts'

/** Dated facts about one student. Days are 'YYYY-MM-DD'. */
export type HighNeedFacts = {
  readonly incidentsOn: readonly string[]
  readonly crisesOn: readonly string[]
  /** Days enrolled and days missed this school year; undefined when attendance is not known. */
  readonly attendance: { readonly enrolledDays: number; readonly missedDays: number } | undefined
  /** What a person stated: the code of a criterion and the day. */
  readonly stated: readonly { readonly code: string; readonly on: string }[]
}

/**
 * A criterion that is met, with the days it rests on, oldest first. Absence rests on a count, not on days.
 */
export type CriterionMet = { readonly code: string; readonly evidenceOn: readonly string[] }

/** The days not after `on` and at most so many days before it. */
const recent = (days: readonly string[], on: string, withinDays: number): string[] => {
  const from = addCalendarDays(on, -withinDays)
  return days.filter((day) => from <= day && day <= on).toSorted()
}

/** The days that meet a criterion; undefined when it is not met. */
function findEvidence(criterion: HighNeedCriterion, facts: HighNeedFacts, on: string): string[] | undefined {
  const { code, measure } = criterion
  switch (measure.by) {
    case 'incidents': {
      const days = recent(facts.incidentsOn, on, measure.withinDays)
      return days.length >= measure.count ? days : undefined
    }
    case 'crises': {
      const days = recent(facts.crisesOn, on, measure.withinDays)
      return days.length > 0 ? days : undefined
    }
    case 'absence': {
      if (facts.attendance === undefined) return undefined
      const { enrolledDays, missedDays } = facts.attendance
      return enrolledDays >= measure.afterDays && missedDays * 100 >= measure.percent * enrolledDays
        ? []
        : undefined
    }
    case 'stated': {
      const days = facts.stated.filter((each) => each.code === code && each.on <= on).map((each) => each.on)
      return days.length > 0 ? days.toSorted() : undefined
    }
  }
}

/** The criteria in use that a student meets on a day, in the district's order; none means not high need. */
export function criteriaMet(standard: HighNeed, facts: HighNeedFacts, on: string): CriterionMet[] {
  return standard.criteria
    .filter(({ inUse }) => inUse)
    .flatMap((criterion) => {
      const evidenceOn = findEvidence(criterion, facts, on)
      return evidenceOn === undefined ? [] : [{ code: criterion.code, evidenceOn }]
    })
}
