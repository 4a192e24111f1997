import { addCalendarDays } from '#district/contract.ts'

/** How a student stood when somebody looked again. */
export const outcomes = ['steady', 'better', 'worse'] as const
export type Outcome = (typeof outcomes)[number]

/** A student who is looked at again every so many days. Days are YYYY-MM-DD. */
export type Reassessment = {
  readonly id: string
  readonly studentId: string
  readonly schoolId: string
  readonly everyDays: number
  readonly nextOn: string
  readonly reason: string
  readonly startedByName: string
  readonly startedAt: Date
  readonly lookedByName: string | null
  readonly lookedAt: Date | null
  readonly outcome: Outcome | null
  readonly version: number
}

/**
 * The day by which somebody looks again: a rhythm counts from the day of the last look, so that a late one
 * takes nothing away from the next [R010].
 */
export const nextOn = (today: string, everyDays: number): string => addCalendarDays(today, everyDays)

/** Whether a look is owed and its day is over. */
export const isOverdue = ({ nextOn: by }: Pick<Reassessment, 'nextOn'>, today: string): boolean => by < today
