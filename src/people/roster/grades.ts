/** The grade of a student about whom nothing else is known. */
export const unknownGrade = 'unknown'

/** The standard's grade codes (CEDS) and the short form kept here. 01 to 13 lose their zero. */
const plainGrades: ReadonlyMap<string, string> = new Map([
  ['IT', 'IT'],
  ['PR', 'PR'],
  ['PK', 'PK'],
  ['TK', 'TK'],
  ['KG', 'K'],
  ...Array.from(
    { length: 13 },
    (_, index) => [String(index + 1).padStart(2, '0'), String(index + 1)] as const,
  ),
  ['PS', 'PS'],
  ['UG', 'UG'],
  ['Other', 'Other'],
])

/**
 * A grade code as it is kept: K, 1 to 13, PK, TK, PR (preschool), IT (infant or toddler), PS (after grade
 * 12), UG (ungraded), Other. Undefined for a code the standard does not list. A single digit is taken for
 * its code, because spreadsheets take the leading zero away.
 */
export const plainGrade = (code: string): string | undefined =>
  plainGrades.get(/^[1-9]$/.test(code) ? `0${code}` : code)
