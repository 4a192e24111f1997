import { z } from 'zod'

/** A code a decision can cite. Codes never change; the words beside them may. */
export const Code = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and _')
  .max(60)

/** Words a district writes, with a limit in characters. */
export const words = (limit: number) =>
  z
    .string('Write this in words')
    .trim()
    .min(1, 'Write this in words')
    .max(limit, `Use at most ${limit} characters`)

/** A whole number. */
export const count = (from: number, to: number) =>
  z.int('Give a whole number').min(from, `Not below ${from}`).max(to, `Not above ${to}`)

/** The first code that stands twice. */
export const findRepeated = (codes: readonly string[]): string | undefined =>
  codes.find((code, at) => codes.indexOf(code) !== at)

/** Words that lay the fault on a family. Nobody can choose them, in any language [R061]. */
const blaming = [
  /non-?\s?complian/i,
  /uncooperative/i,
  /refus(ed|es|al)/i,
  /(did not|didn['’]t|failed to|won['’]t) (engage|comply|attend|follow)/i,
  /incumpl/i,
  /se neg[oó]/i,
]

export const isBlaming = (said: string): boolean => blaming.some((pattern) => pattern.test(said))
