/** The district's own recorded approval: who approved it, on which day, and in which document it stands. */
export type LocalApproval = {
  readonly approvedBy?: string | undefined
  /** YYYY-MM-DD. */
  readonly approvedOn?: string | undefined
  readonly document?: string | undefined
}

/** What is known when a proposed version is signed or put in force. */
export type SigningFacts = {
  /** Whether another version was proposed or published since. */
  readonly isOutdated: boolean
  readonly isPublished: boolean
  /** How many agencies work with the district, and how many of them have not signed it. */
  readonly agencies: number
  readonly unsigned: number
  /** Counts where no agency could sign. */
  readonly approval: LocalApproval
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Without an agency nobody else has read it: then the approval of the district itself is written down. */
const isOwn = ({ agencies }: SigningFacts) => agencies === 0

const publishing = {
  outdated: ({ isOutdated }) => isOutdated,
  published_already: ({ isPublished }) => isPublished,
  signatures_missing: ({ unsigned }) => unsigned > 0,
  approver_missing: (facts) => isOwn(facts) && !facts.approval.approvedBy,
  approval_day_missing: (facts) => isOwn(facts) && !facts.approval.approvedOn,
  approval_ahead: (facts) => isOwn(facts) && (facts.approval.approvedOn ?? '') > facts.today,
  document_missing: (facts) => isOwn(facts) && !facts.approval.document,
} satisfies Record<string, (facts: SigningFacts) => boolean>
export type ObstacleToSigned = keyof typeof publishing

/**
 * Every reason a proposed version cannot come in force: each agency signs it first, and where there is none
 * the district records its own approval [R095].
 */
export const obstaclesToSigned = (facts: SigningFacts): ObstacleToSigned[] =>
  (Object.keys(publishing) as ObstacleToSigned[]).filter((name) => publishing[name](facts))
