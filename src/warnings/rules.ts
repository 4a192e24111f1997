import { addCalendarDays, type SchoolCalendar, schoolDaysBetween } from '#district/contract.ts'
import type { Bodies } from '#standards/contract.ts'
import { criteriaMet } from '#standards/contract.ts'
import type { EventDays, Level, Warned } from './school-event.ts'

/** The limits of a district: a part of its own, and the chronic level among high-need criteria. */
export type Limits = Pick<Bodies, 'early_warning' | 'high_need'>

type Judged = {
  days: EventDays
  warned: readonly Warned[]
  limits: Limits
  calendar: SchoolCalendar
  /** The day of judging, YYYY-MM-DD. */
  on: string
}
export type Crossed = { readonly level: Level; readonly evidenceOn: readonly string[] }

/** The first day of the school year a day is in: July 1. */
export const yearOf = (day: string): string =>
  day.slice(5) >= '07-01' ? `${day.slice(0, 4)}-07-01` : `${Number(day.slice(0, 4)) - 1}-07-01`

/** School days of the year so far, the day itself among them. */
export const schoolDaysUntil = (calendar: SchoolCalendar, on: string): number =>
  schoolDaysBetween(calendar, addCalendarDays(yearOf(on), -1), on)

/**
 * What high need is judged by: days of incidents, and the days missed of the school days of this year so far.
 * @param on the day of judging
 */
export function highNeedFactsOf(days: EventDays, { calendar, on }: Pick<Judged, 'calendar' | 'on'>) {
  const from = yearOf(on)
  const enrolledDays = schoolDaysUntil(calendar, on)
  const missed = days.absentOn.filter((day) => from <= day && day <= on)
  return {
    incidentsOn: days.incidentsOn,
    attendance: days.absentOn.length === 0 ? undefined : { enrolledDays, missedDays: new Set(missed).size },
  }
}

type Window = { level: Level; within: number }
/** Days not counted towards a warning yet: within the window, and after what the last one rested on. */
function fresh(days: readonly string[], { level, within }: Window, { warned, on }: Judged): string[] {
  const from = addCalendarDays(on, 1 - within)
  const last = warned
    .filter((each) => each.level === level)
    .flatMap(({ evidenceOn }) => evidenceOn)
    .toSorted()
    .at(-1)
  return [...new Set(days)].filter((day) => from <= day && day <= on && (last ?? '') < day).toSorted()
}

/** The chronic level is crossed once in a school year [R002]. */
function chronic({ days, warned, limits, calendar, on }: Judged): Crossed[] {
  const before = warned.some(({ level, madeOn }) => level === 'chronic_absence' && madeOn >= yearOf(on))
  if (before) return []
  const facts = { ...highNeedFactsOf(days, { calendar, on }), crisesOn: [], stated: [] }
  const met = criteriaMet(limits.high_need, facts, on).some(({ code }) => code === 'chronic_absence')
  const evidenceOn = days.absentOn.filter((day) => yearOf(on) <= day && day <= on)
  return met ? [{ level: 'chronic_absence', evidenceOn: [...new Set(evidenceOn)].toSorted() }] : []
}

/**
 * The limits a student has crossed since the last warning of each [R002] [R003]. The chronic level says more
 * than the count of the last weeks: where both are crossed, it alone is said.
 */
export function crossed(judged: Judged): Crossed[] {
  const { absentDays, absentWithinDays, incidents, incidentsWithinDays } = judged.limits.early_warning
  const absentOn = fresh(judged.days.absentOn, { level: 'absences', within: absentWithinDays }, judged)
  const incidentsOn = fresh(
    judged.days.incidentsOn,
    { level: 'incidents', within: incidentsWithinDays },
    judged,
  )
  const over = chronic(judged)
  return [
    ...over,
    ...(over.length === 0 && absentOn.length >= absentDays
      ? [{ level: 'absences' as const, evidenceOn: absentOn }]
      : []),
    ...(incidentsOn.length >= incidents ? [{ level: 'incidents' as const, evidenceOn: incidentsOn }] : []),
  ]
}
