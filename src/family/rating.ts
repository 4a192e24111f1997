/** Whether it was clear what comes next, and how hard it was to get so far: one press each [R068]. */
export const clarities = ['clear', 'partly', 'unclear'] as const
export const frustrations = ['none', 'some', 'much'] as const

export type Rating = {
  readonly clarity: (typeof clarities)[number]
  readonly frustration: (typeof frustrations)[number]
}

/** What is counted of ratings: every answer there is. */
export const ratingCounts = [...clarities, ...frustrations] as const
export type RatingCounts = Readonly<Record<(typeof ratingCounts)[number], number>>

/** How often each answer was given. */
export const countRatings = (ratings: readonly Rating[]): RatingCounts =>
  Object.fromEntries(
    ratingCounts.map((answer) => [
      answer,
      ratings.filter(({ clarity, frustration }) => clarity === answer || frustration === answer).length,
    ]),
  ) as RatingCounts

/** How many rated: each answered both. */
export const raters = ({ clear, partly, unclear }: RatingCounts): number => clear + partly + unclear

/** Every number a row of them says. */
export const ratingsTelling = (counts: RatingCounts): number[] => [
  raters(counts),
  ...ratingCounts.map((answer) => counts[answer]),
]
