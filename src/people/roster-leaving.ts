import type { RosterSummary } from './roster-changes.ts'

/** From here on so many leave at once that a wrong file is likelier than a school that closed. */
const many = { share: 1 / 4, least: 20 }

/**
 * How many students a roster ends, where that is so many of those the district has that somebody has to say
 * their number before it is applied. A summary of before they were counted asks for nothing.
 * @returns undefined where nobody has to
 */
export function leavingMany({ counts, known }: RosterSummary): { left: number; known: number } | undefined {
  const { left } = counts.students
  if (known === undefined || left < many.least || left <= known * many.share) return undefined
  return { left, known }
}

/** Why a roster that ends many is not applied: their number was not said, or is not the one it ends. */
export function obstaclesToEnding(
  summary: RosterSummary,
  ending: number | undefined,
): ('ending_unconfirmed' | 'ending_differs')[] {
  const leaving = leavingMany(summary)
  if (leaving === undefined || leaving.left === ending) return []
  return [ending === undefined ? 'ending_unconfirmed' : 'ending_differs']
}
