import type { Language } from '#platform/words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Days are formatted from a plain date, so the zone of the format is always UTC. */
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(`${language}-US`, { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

/** A date that stays on one line: its blanks break nowhere. */
export const unbroken = (date: string): string => date.replaceAll(' ', '\u00a0')

/** Days that were said already: a list says the same few again and again. */
const said = new Map<string, string>()
const mostDays = 5000

function sayDay(day: string, withYear: boolean, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`)
  const weekday = format(language, { weekday: 'short' }).format(at)
  const date = format(language, { month: 'short', day: 'numeric', ...(withYear && { year: 'numeric' }) })
  return unbroken(`${weekday} ${date.format(at)}`)
}

/** A day as people say it, on one line: "Wed Oct 7", with the year when it is not the year of `today`. */
export function dayWords(day: string, today: string, language: Language = 'en'): string {
  const withYear = day.slice(0, 4) !== today.slice(0, 4)
  const key = `${language} ${day} ${withYear}`
  const before = said.get(key)
  if (before !== undefined) return before
  const words = sayDay(day, withYear, language)
  if (said.size >= mostDays) said.clear()
  said.set(key, words)
  return words
}
