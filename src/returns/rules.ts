import { addCalendarDays, nextSchoolDay, type SchoolCalendar } from '#district/contract.ts'
import type { ReturnPlan } from './plan.ts'

/** What a plan is judged by: the steps of the policy it follows, and the clock of the district. */
export type Around = {
  readonly policy: readonly string[]
  readonly meetingOn: string | null
  readonly today: string
}

type Judge = (plan: ReturnPlan, around: Around) => boolean
const blanks = {
  return_on_blank: ({ returnOn }) => returnOn === null,
  meeting_blank: ({ meetingAt }) => meetingAt === null,
  // Of a student who is back already the meeting is about what changes.
  meeting_after_return: ({ returnOn, returnedOn }, { meetingOn }) =>
    returnedOn === null && returnOn !== null && meetingOn !== null && meetingOn > returnOn,
  attendees_blank: (plan) => plan.attendees === null,
  supports_blank: (plan) => plan.supports === null,
  next_visit_blank: (plan) => plan.nextVisit === null,
  check_ins_blank: (plan) => plan.checkIns === null,
  if_risk_rises_blank: (plan) => plan.ifRiskRises === null,
  threat_unsaid: ({ suicideThreat }) => suicideThreat === null,
  policy_steps_missing: ({ suicideThreat, steps }, { policy }) =>
    suicideThreat === true && policy.some((code) => !steps.includes(code)),
} satisfies Record<string, Judge>
export type PlanBlank = keyof typeof blanks

/**
 * Everything that keeps a plan from being agreed on [R121]: each of its parts, and after a threat of suicide
 * each step of the policy that was agreed on jointly [R122].
 */
export const blanksOf = (plan: ReturnPlan, around: Around): PlanBlank[] =>
  (Object.keys(blanks) as PlanBlank[]).filter((name) => blanks[name](plan, around))

/** A crisis and what followed: whether the student left school in it, and days missed whole as YYYY-MM-DD. */
export type Absence = {
  readonly crisisOn: string
  readonly leftSchool: boolean
  readonly absentOn: readonly string[]
}

/**
 * School days in a row a student missed right after a crisis. The day of it counts where they left school or
 * missed it whole; the first school day they are there again ends the row.
 */
export function daysAway({ crisisOn, leftSchool, absentOn }: Absence, calendar: SchoolCalendar): number {
  const missed = new Set(absentOn)
  let [days, day] = [leftSchool || missed.has(crisisOn) ? 1 : 0, nextSchoolDay(calendar, crisisOn)]
  for (; missed.has(day); day = nextSchoolDay(calendar, day)) days += 1
  return days
}

/**
 * Whether an incident asks for a plan: help came from outside, or the student was away for as many days as
 * the standard says [R121].
 */
export const needsPlan = (
  { gotHelp, away }: { gotHelp: boolean; away: number },
  { planAfterAbsentDays }: { planAfterAbsentDays: number },
): boolean => gotHelp || away >= planAfterAbsentDays

/** What happened at school since a student came back, as days. */
export type Happened = {
  /** Days missed whole: before the crisis and since the return. */
  readonly absentOn: readonly string[]
  readonly excludedOn: readonly string[]
  readonly urgentOn: readonly string[]
  /** The last day up to which attendance is on record; null where the district has none. */
  readonly attendanceThrough: string | null
}
export const stands = ['coming', 'held', 'not_held', 'no_data'] as const
export type Stands = (typeof stands)[number]

/**
 * How it stands so many days after a return: what was counted, and whether all three held. Where nothing
 * speaks against it and nobody knows of days missed, there is no data to say so.
 */
export type Window = {
  readonly days: number
  readonly endsOn: string
  readonly missed: number
  readonly missedBefore: number
  readonly exclusions: number
  readonly urgent: number
  /** Whether the district knows of days missed through its last day. */
  readonly isAttendanceKnown: boolean
  readonly stands: Stands
}

const standing = (
  { endsOn, missed, missedBefore, exclusions, urgent, isAttendanceKnown }: Omit<Window, 'stands'>,
  today: string,
): Stands => {
  if (endsOn > today) return 'coming'
  if (missed > missedBefore || exclusions > 0 || urgent > 0) return 'not_held'
  return isAttendanceKnown ? 'held' : 'no_data'
}

const within = (days: readonly string[], after: string, through: string): number =>
  new Set(days.filter((day) => after < day && day <= through)).size

/**
 * Whether a student who came back is stable, window by window [R123]: no more days missed than in as many
 * days before the crisis, and from the day of the return on no exclusion and no further crisis.
 * @param around the day of the crisis, the day of the return, the windows in days, and today
 */
export function stabilityOf(
  happened: Happened,
  around: { crisisOn: string; returnedOn: string; windows: readonly number[]; today: string },
): Window[] {
  const { crisisOn, returnedOn, today } = around
  return around.windows.map((days): Window => {
    const endsOn = addCalendarDays(returnedOn, days)
    const missed = within(happened.absentOn, returnedOn, endsOn)
    const missedBefore = within(
      happened.absentOn,
      addCalendarDays(crisisOn, -1 - days),
      addCalendarDays(crisisOn, -1),
    )
    const dayBefore = addCalendarDays(returnedOn, -1)
    const exclusions = within(happened.excludedOn, dayBefore, endsOn)
    const urgent = within(happened.urgentOn, dayBefore, endsOn)
    const { attendanceThrough: known } = happened
    const isAttendanceKnown = known !== null && known >= endsOn
    const counted = { days, endsOn, missed, missedBefore, exclusions, urgent, isAttendanceKnown }
    return { ...counted, stands: standing(counted, today) }
  })
}

/** Of a plan that is changed, what stays and what is asked anew: who meets about it agrees to it anew. */
export const changed = (plan: ReturnPlan): ReturnPlan => ({ ...plan, attendees: null, meetingAt: null })

/** Of a plan that another takes the place of, nothing stays but whose it is, and that the student is back. */
export const emptied = (plan: ReturnPlan): ReturnPlan => ({
  ...changed(plan),
  supports: null,
  nextVisit: null,
  checkIns: null,
  ifRiskRises: null,
  returnOn: plan.returnedOn === null ? null : plan.returnOn,
})

/** Whether a return may be called stable: the last window has passed and nothing speaks against it [R126]. */
export const isStable = (windows: readonly Window[]): boolean =>
  ['held', 'no_data'].includes(windows.at(-1)?.stands ?? 'coming')

/** The day of the next look: the first window that has not passed, or as long again as the last. */
export const nextLookOn = (windows: readonly Window[], today: string): string =>
  windows.find(({ endsOn }) => endsOn > today)?.endsOn ?? addCalendarDays(today, windows[0]?.days ?? 30)
