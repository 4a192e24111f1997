import { z } from 'zod'
import { isId } from './ids.ts'

/** What forms and JSON bodies are made of. A form sends text; these accept text and what JSON would send. */

const missing = 'Answer this question'

export const id = z.string({ error: missing }).refine(isId, 'Choose one from the list')

/** A code of a list, as a link carries it in an address. Whatever else stands there is as if it did not. */
export const codeAsked = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .optional()
  .catch(undefined)

/** Text a person types: trimmed, in composed Unicode, with a limit in characters. */
export const text = (limit: number, empty: string = missing) =>
  z
    .string({ error: empty })
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(z.string().min(1, empty).max(limit, `Use at most ${limit} characters`))

export const optionalText = (limit: number) =>
  z
    .string()
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(z.string().max(limit, `Use at most ${limit} characters`))
    .optional()

/** A phone number as people write it: it is shown and called, never taken apart. */
export const phone = (empty: string = missing) =>
  z
    .string({ error: empty })
    .trim()
    .max(40, 'Use at most 40 characters')
    .regex(/^\+?[\d\s().-]{3,}(?:\s?(?:x|ext\.?)\s?\d+)?$/i, 'Give a phone number')

/** Where mail can be sent to. */
export const mailAddress = z.email('Give an address like name@example.org')

/** A choice from a closed list. */
export const choice = <const T extends readonly [string, ...string[]]>(options: T, empty: string = missing) =>
  z.enum(options, { error: empty })

/** Several choices: a form sends nothing, one value, or a repeated one. */
export const choices = <S extends z.ZodType>(each: S) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(each))

/** A checkbox: a form sends a value or nothing. */
export const ticked = z.preprocess(
  (given) => given === true || (typeof given === 'string' && given !== ''),
  z.boolean(),
)

/** Yes or no, answered: a question that may not be left open. */
export const yesNo = (empty: string = missing) =>
  z.preprocess(
    (given) => (given === 'yes' ? true : given === 'no' ? false : given),
    z.boolean({ error: empty }),
  )

const realDay = (given: string) => {
  const at = new Date(`${given}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(given)
}

/** A calendar day, YYYY-MM-DD. */
export const day = z
  .string({ error: missing })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Give a date, for example 2026-10-15')
  .refine(realDay, 'There is no such day')

/** A time of day on a 24-hour clock, HH:MM. */
export const timeOfDay = z
  .string({ error: missing })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time, for example 15:30')

/** A whole number, from text or as one. */
export const whole = (from: number, to: number) =>
  z.coerce
    .number({ error: missing })
    .int('Give a whole number')
    .min(from, `Not below ${from}`)
    .max(to, `Not above ${to}`)
