import type { z } from 'zod'
import type { Reason } from '#platform/problem.ts'

/** The reasons a given value does not fit, one a field, in the words of the schema. */
export const reasonsOf = (error: z.ZodError): Reason[] =>
  error.issues.map((issue) => ({ code: issue.code, says: issue.message, field: issue.path.join('.') }))

/**
 * Whether something was sent that does not belong here at all, such as a note beside a coded word: that is
 * turned away on record, while a slip in a form is only shown again.
 */
export const broughtMore = (error: z.ZodError): boolean =>
  error.issues.some(({ code }) => code === 'unrecognized_keys')
