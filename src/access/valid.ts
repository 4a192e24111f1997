import { z } from 'zod'
import type { Reason } from '#platform/problem.ts'

/** The first reason of each field: mended, it may show the next. What is about no field stays as it is. */
export const oneEachField = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(
    ({ field }, i) =>
      field === undefined || field === '' || reasons.findIndex((each) => each.field === field) === i,
  )

/** The reasons a given value does not fit, one a field, in the words of the schema. */
export const reasonsOf = (error: z.ZodError): Reason[] =>
  oneEachField(
    error.issues.map((issue) => ({ code: issue.code, says: issue.message, field: issue.path.join('.') })),
  )

/**
 * Whether something was sent that does not belong here at all, such as a note beside a coded word: that is
 * turned away on record, while a slip in a form is only shown again.
 */
export const broughtMore = (error: z.ZodError): boolean =>
  error.issues.some(({ code }) => code === 'unrecognized_keys')

type Branch = Record<PropertyKey, unknown>
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** The same without what stands at the end of a path. */
function without(value: unknown, [first, ...rest]: readonly PropertyKey[]): unknown {
  if (first === undefined || !isBranch(value) || !(first in value)) return value
  const { [first]: there, ...others } = value
  return rest.length === 0 ? others : { ...others, [first]: without(there, rest) }
}

/** What fits of a form in which something does not: each answer by itself, also inside a part of it. */
export function fitting<S extends z.ZodType>(
  given: S,
  raw: unknown,
  error: z.ZodError,
): Partial<z.output<S>> {
  if (!(given instanceof z.ZodObject)) return {}
  const left = error.issues.reduce((value, { path }) => without(value, path), raw)
  const answers = Object.entries(given.shape as Record<string, z.ZodType>).flatMap(([name, answer]) => {
    const read = answer.safeParse(isBranch(left) ? left[name] : undefined)
    return read.success && read.data !== undefined ? [[name, read.data]] : []
  })
  return Object.fromEntries(answers)
}
