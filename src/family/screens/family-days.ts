import { unbroken } from '#district/contract.ts'
import type { Language } from '#platform/words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
function format(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const options = { timeZone, month: 'long', day: 'numeric', year: 'numeric' } as const
  const made = formats.get(key) ?? new Intl.DateTimeFormat(`${language}-US`, options)
  formats.set(key, made)
  return made
}

/** The day of a moment on the district's calendar: "October 15, 2026" or "15 de octubre de 2026". */
export const momentText = (at: Date, timeZone: string, language: Language): string =>
  unbroken(format(language, timeZone).format(at))

/** A calendar day, YYYY-MM-DD, in the same words. */
export const dayText = (day: string, language: Language): string =>
  unbroken(format(language, 'UTC').format(new Date(`${day}T00:00:00Z`)))
