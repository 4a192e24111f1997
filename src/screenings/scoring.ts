import type { Item } from './instrument.ts'

/** The most points an instrument can give. */
export const mostPoints = (items: readonly Item[]): number =>
  items.reduce((sum, { answers }) => sum + Math.max(...answers.map(({ points }) => points)), 0)

/**
 * The points of one student: those of each chosen answer, added up.
 * @param chosen the code of the answer to each item
 * @returns the points, or the first item without an answer that can be counted
 */
export function pointsOf(
  items: readonly Item[],
  chosen: ReadonlyMap<string, string>,
): { readonly points: number } | { readonly unanswered: string } {
  let points = 0
  for (const { linkId, answers } of items) {
    const answer = answers.find(({ code }) => code === chosen.get(linkId))
    if (answer === undefined) return { unanswered: linkId }
    points += answer.points
  }
  return { points }
}

/** Whether a result is brought to triage: at the cut-off or over it. */
export const isOver = (points: number, cutOff: number): boolean => points >= cutOff
