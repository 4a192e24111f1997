/** What is known when a proposed version is signed or put in force. */
export type SigningFacts = {
  /** Whether another version was proposed or published since. */
  isOutdated: boolean
  isPublished: boolean
  /** How many agencies of the district have not signed it. */
  unsigned: number
}

const publishing = {
  outdated: ({ isOutdated }) => isOutdated,
  published_already: ({ isPublished }) => isPublished,
  signatures_missing: ({ unsigned }) => unsigned > 0,
} satisfies Record<string, (facts: SigningFacts) => boolean>
export type ObstacleToSigned = keyof typeof publishing

/** Every reason a proposed version cannot come in force: each agency signs it first [R095]. */
export const obstaclesToSigned = (facts: SigningFacts): ObstacleToSigned[] =>
  (Object.keys(publishing) as ObstacleToSigned[]).filter((name) => publishing[name](facts))
