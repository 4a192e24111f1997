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

type FamilyClock = { timeZone: string; language: Language }

/** The day of a visit, as large as it is read: "Thursday, October 15" or "jueves, 15 de octubre". */
export const visitDay = (at: Date, { timeZone, language }: FamilyClock): string =>
  new Intl.DateTimeFormat(`${language}-US`, {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(at)

/** Its time on the family's own clock. */
export const visitTime = (at: Date, { timeZone, language }: FamilyClock): string =>
  unbroken(
    new Intl.DateTimeFormat(`${language}-US`, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at),
  )
