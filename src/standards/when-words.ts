import {
  addCalendarDays,
  dayOf,
  dayWords,
  findLastSchoolDayOfWeek,
  type SchoolCalendar,
  timeOf,
  weekdayOn,
} from '#district/contract.ts'
import type { Language } from '#platform/words.ts'
import type { Due } from './clock-rules.ts'
import { dueWords } from './due-words.ts'
import { limitWords } from './limit-words.ts'
import { standardsWords } from './words.ts'

/**
 * Why something is due when it is, sentence by sentence: the standard, what shortened it, and every reason
 * the clock waited, so that a holiday is explained where it matters.
 */
export function becauseWords(calendar: SchoolCalendar, due: Due, language: Language = 'en'): string[] {
  const say = dueWords(language)
  const started = dayOf(calendar, due.startedAt)
  const { clock, ...limit } = due.standard
  const sentences = [
    say(`because_${due.because}`, {
      clock: standardsWords(language)(`clock_${clock}`),
      limit: limitWords(limit, language),
    }),
  ]
  if (due.beganAt > due.startedAt) {
    const day = dayWords(dayOf(calendar, due.beganAt), started, language)
    sentences.push(say('because_began', { day, time: timeOf(calendar, due.beganAt) }))
  }
  if (due.waitedOver.length > 0) {
    const closures = due.waitedOver.map(({ on, label }) => `${dayWords(on, started, language)} (${label})`)
    sentences.push(say('because_closures', { closures: closures.join(', ') }))
  }
  if (due.pausedOver.length > 0) {
    const days = due.pausedOver.map(({ fromOn, throughOn }) =>
      say('pause_days', {
        from: dayWords(fromOn, started, language),
        through: dayWords(throughOn, started, language),
      }),
    )
    sentences.push(say('because_paused', { pauses: days.join(', ') }))
  }
  return sentences
}

/** Closures of a clock as people speak of them: a whole week without school is one thing. */
function leftOut(calendar: SchoolCalendar, due: Due, language: Language): string[] {
  const say = dueWords(language)
  const weeks = Map.groupBy(due.waitedOver, ({ on }) => addCalendarDays(on, 1 - weekdayOn(on)))
  const closed = [...weeks].flatMap(([monday, closures]) => {
    const labels = [...new Set(closures.map(({ label }) => label))]
    return findLastSchoolDayOfWeek(calendar, monday) === undefined
      ? [say('left_week', { label: listOf(labels, language) })]
      : labels
  })
  const today = dayOf(calendar, due.startedAt)
  const paused = due.pausedOver.map(({ throughOn }) =>
    say('left_pause', { day: dayWords(throughOn, today, language) }),
  )
  return [...new Set([...closed, ...paused])]
}

const listOf = (said: readonly string[], language: Language) =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(said)

/**
 * When something is due and by which limit, in one sentence: "Mon Nov 30, 16:00: 1 school day, the week of
 * Thanksgiving left out."
 */
export function whenWords(calendar: SchoolCalendar, due: Due, language: Language = 'en'): string {
  const say = dueWords(language)
  const { clock: _, ...limit } = due.standard
  const left = leftOut(calendar, due, language)
  const said = {
    day: dayWords(dayOf(calendar, due.dueAt), dayOf(calendar, due.startedAt), language),
    time: timeOf(calendar, due.dueAt),
    limit: limitWords(limit, language),
  }
  return left.length === 0 ? say('when', said) : say('when_over', { ...said, left: listOf(left, language) })
}
