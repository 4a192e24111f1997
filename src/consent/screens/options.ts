import { languageName, offeredLanguages } from '#people/contract.ts'

/**
 * Languages to choose from: the family's own first, then English and Spanish, then every other that is
 * offered.
 */
export const languageOptions = (own: readonly string[]): { value: string; label: string }[] =>
  [...new Set([...own, 'en', 'es', ...offeredLanguages])]
    .filter((tag) => tag !== 'unknown')
    .map((value) => ({ value, label: languageName(value) }))

type Kept = { name: string; value?: string; error?: string }

/** A kept field as a question with answers to choose from: what was chosen is marked. */
export const asked = (field: Kept) => ({ ...field, chosen: field.value ?? '' })
