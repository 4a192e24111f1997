import { z } from 'zod'

/** A language as a tag: en, es, es-MX. */
export const languageTag = z
  .string({ error: 'Choose a language' })
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'Choose a language')

/** Text of a form that was left empty is no text. */
export const orNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text
