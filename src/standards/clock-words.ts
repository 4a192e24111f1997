import { dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import type { Language } from '#platform/words.ts'
import { type Lateness, lateness } from './lateness.ts'
import { standardsWords } from './words.ts'

/** What a screen says about a due time: what it means first, then when exactly. */
export type ClockWords = { readonly headline: string; readonly detail: string }

export type Said = {
  readonly dueAt: Date
  readonly now: Date
  readonly language?: Language | undefined
  /** Due on the day as a whole: no time is said. */
  readonly wholeDay?: boolean | undefined
  /** Something that is planned ("in 2 school days") rather than owed ("2 school days left"). */
  readonly planned?: boolean | undefined
}

type Speaking = {
  readonly say: ReturnType<typeof standardsWords>
  readonly time: string | undefined
  readonly day: string
  readonly planned: boolean
}

/** "30 min", "2 h" or "1 h 38" as one of three messages. */
function amountOf(minutes: number): {
  size: 'minutes' | 'hours' | 'hours_minutes'
  hours: number
  minutes: number | string
} {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return {
    size: hours === 0 ? 'minutes' : rest === 0 ? 'hours' : 'hours_minutes',
    hours,
    minutes: hours > 0 ? String(rest).padStart(2, '0') : rest,
  }
}

const onDay = ({ say, time, day }: Speaking, key: 'due_on' | 'was_due_on') =>
  time === undefined ? say(key, { day }) : say(`${key}_at`, { day, time })

const today = ({ say, time }: Speaking) =>
  time === undefined ? say('due_today') : say('due_today_at', { time })

function leftWords(left: Lateness & { kind: 'left' }, speaking: Speaking): ClockWords {
  const { say, time, day, planned } = speaking
  const plainDay = time === undefined ? day : say('on_at', { day, time })
  if (left.days === 0) {
    if (time === undefined) return { headline: say('due_today'), detail: day }
    const { size, ...amount } = amountOf(left.minutes)
    return { headline: say(`${size}_left`, amount), detail: today(speaking) }
  }
  if (left.days === 1) {
    return { headline: time === undefined ? say('tomorrow') : say('tomorrow_at', { time }), detail: day }
  }
  const unit = left.schoolDays > 0 ? 'school_days' : 'days'
  const count = left.schoolDays > 0 ? left.schoolDays : left.days
  return planned
    ? { headline: say(`in_${unit}`, { count }), detail: plainDay }
    : { headline: say(`${unit}_left`, { count }), detail: onDay(speaking, 'due_on') }
}

function dueWords(minutesPast: number, speaking: Speaking): ClockWords {
  const { say, time, day } = speaking
  if (time === undefined) return { headline: say('due_today'), detail: day }
  if (minutesPast < 1) return { headline: say('due_now'), detail: today(speaking) }
  const { size, ...amount } = amountOf(minutesPast)
  return { headline: say(`due_${size}_ago`, amount), detail: today(speaking) }
}

/**
 * Says where a due time stands, on a 24-hour clock in the district's zone: "2 h left, due today 15:30" or
 * "1 school day late, was due Fri Oct 9, 16:00".
 */
export function clockWords(calendar: SchoolCalendar, about: Said): ClockWords {
  const { dueAt, now, language = 'en' } = about
  const say = standardsWords(language)
  const speaking: Speaking = {
    say,
    time: about.wholeDay === true ? undefined : timeOf(calendar, dueAt),
    day: dayWords(dayOf(calendar, dueAt), dayOf(calendar, now), language),
    planned: about.planned === true,
  }
  const stands = lateness(calendar, dueAt, now)
  if (stands.kind === 'left') return leftWords(stands, speaking)
  if (stands.kind === 'due') return dueWords(stands.minutes, speaking)
  const headline = stands.schoolDays > 0 ? say('school_days_late', { count: stands.schoolDays }) : say('late')
  return { headline, detail: onDay(speaking, 'was_due_on') }
}
