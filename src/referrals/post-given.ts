import { z } from 'zod'

/**
 * What an agency's post may hold: the fields named and nothing beside them. A note or a diagnosis that
 * comes along is turned away, not quietly dropped, so that whoever sent it learns that it does not belong
 * here [R069].
 */
export const post = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? 'Send only what this form asks. Notes and diagnoses do not belong here.'
        : undefined,
  })

/** A word of a closed list; which stand on it is judged by the version in force. A sentence is no code. */
export const listedCode = (empty: string) =>
  z.string({ error: empty }).regex(/^[a-z][a-z0-9_]{0,59}$/, 'Choose one from the list')
