import { type Following, type Step, steps } from '#crisis/contract.ts'
import type { IncidentReview, Marks } from './review.ts'

export type Writing = { readonly by: string | null; readonly improvements: number; readonly nothing: boolean }

const obstacles = {
  written_already: ({ writtenAt }) => writtenAt !== null,
  you_led: ({ byAnother, ledBy }, { by }) => byAnother && ledBy === by,
  improvement_missing: (_, { improvements, nothing }) => improvements === 0 && !nothing,
} satisfies Record<string, (review: IncidentReview, writing: Writing) => boolean>
export type ObstacleToWriting = keyof typeof obstacles

/**
 * Every reason a review cannot be finished so [R108]: it is finished once, by somebody else than who led
 * where the standard asks for that, and says what is improved, or that nothing is.
 */
export const obstaclesToWriting = (review: IncidentReview, writing: Writing): ObstacleToWriting[] =>
  (Object.keys(obstacles) as ObstacleToWriting[]).filter((name) => obstacles[name](review, writing))

/** How often each step was followed, was not, and was not documented, in written reviews [R109]. */
export function countedSteps(written: readonly Marks[]): { step: Step; of: Record<Following, number> }[] {
  return steps.map((step) => {
    const of = { followed: 0, not_followed: 0, not_documented: 0 }
    for (const marks of written) of[marks[step]] += 1
    return { step, of }
  })
}

/** Who owes a review: the first who did not lead, where the standard asks for somebody else. */
export const ownerOf = (
  people: readonly { id: string }[],
  { ledBy, byAnother }: Pick<IncidentReview, 'ledBy' | 'byAnother'>,
): string => people.find(({ id }) => !byAnother || id !== ledBy)?.id ?? ledBy

export const isLate = (
  { dueAt, writtenAt }: Pick<IncidentReview, 'dueAt' | 'writtenAt'>,
  now: Date,
): boolean => writtenAt === null && dueAt < now
