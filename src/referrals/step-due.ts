import type { SchoolCalendar } from '#district/contract.ts'
import { dueAt, type Model, type Pause, type Tier } from '#standards/contract.ts'
import type { NextStep, Owed } from './next-step.ts'

/**
 * What clocks run on: the district's calendar, for limits in school days, the standards in force now, the
 * days on which somebody paused them, and the tier that was decided.
 */
export type Measures = {
  calendar: SchoolCalendar
  model: Model
  pauses: readonly Pause[]
  tier: Tier | null
}

/** The day and hour of what is owed. What was stored with an earlier standard stays as it was. */
export function stepOf(
  { step, owner, clock, startedAt }: Owed,
  highNeed: boolean,
  measures?: Measures,
): NextStep {
  if (clock === null) return { step, owner, dueAt: startedAt }
  if (measures === undefined) throw new Error(`The limit of ${step} needs the calendar and the standards`)
  const { calendar, model, ...facts } = measures
  return {
    step,
    owner,
    dueAt: dueAt(calendar, model.time_standards.body, { clock, startedAt, highNeed, ...facts }).dueAt,
  }
}
