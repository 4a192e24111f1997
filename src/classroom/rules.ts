import { weekdayOn } from '#district/contract.ts'
import type { ClassTime } from './class-time.ts'

/** When a visit is, on the clock of the district. */
export type When = {
  /** YYYY-MM-DD. */
  readonly on: string
  /** HH:MM. */
  readonly at: string
  readonly minutes: number
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

type Week = Pick<ClassTime, 'kind' | 'weekday' | 'fromAt' | 'untilAt'>

/** The agreed times in which the student has to be in class that a visit cuts into [R168]. */
export const cutInto = <T extends Week>(times: readonly T[], { on, at, minutes }: When): T[] => {
  const [from, weekday] = [minutesOf(at), weekdayOn(on)]
  return times.filter(
    (time) =>
      time.kind === 'in_class' &&
      time.weekday === weekday &&
      from < minutesOf(time.untilAt) &&
      from + minutes > minutesOf(time.fromAt),
  )
}

export type ObstacleToAgreeing = 'until_before_from' | 'teacher_unknown' | 'agency_unknown' | 'agreed_already'

/** Why a time cannot be agreed so. */
export const obstaclesToAgreeing = (
  given: Pick<ClassTime, 'weekday' | 'fromAt' | 'untilAt'>,
  known: { teacher: boolean; agency: boolean; times: readonly Week[] },
): ObstacleToAgreeing[] => [
  ...(given.untilAt <= given.fromAt ? (['until_before_from'] as const) : []),
  ...(known.teacher ? [] : (['teacher_unknown'] as const)),
  ...(known.agency ? [] : (['agency_unknown'] as const)),
  ...(known.times.some(
    ({ weekday, fromAt, untilAt }) =>
      weekday === given.weekday && fromAt < given.untilAt && given.fromAt < untilAt,
  )
    ? (['agreed_already'] as const)
    : []),
]
