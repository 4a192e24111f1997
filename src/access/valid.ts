import type { z } from 'zod'
import type { Reason } from '#platform/problem.ts'

/** The reasons a given value does not fit, one a field, in the words of the schema. */
export const reasonsOf = (error: z.ZodError): Reason[] =>
  error.issues.map((issue) => ({ code: issue.code, says: issue.message, field: issue.path.join('.') }))
