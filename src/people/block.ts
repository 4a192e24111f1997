/** Why somebody is kept from everything of one student. */
export const blockKinds = [
  'custody',
  'protective_order',
  'conflict_of_interest',
  'student_objection',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** Whether it closes what somebody reads as family too: a conflict is of what they do at work. */
export const closesTheFamily = (kind: BlockKind): boolean => kind !== 'conflict_of_interest'

export const liftReasons = ['order_ended', 'no_longer_holds', 'set_by_mistake'] as const
export type LiftReason = (typeof liftReasons)[number]

/** Somebody kept from a student's records: since when, why, and when that ended. */
export type Block = {
  readonly id: string
  readonly studentId: string
  readonly personId: string
  readonly personName: string
  readonly kind: BlockKind
  /** Where an order is kept, such as its number. Never what it says. */
  readonly documentReference: string | null
  readonly setAt: Date
  /** Null when Throughline noticed that somebody at work has the address of a caregiver. */
  readonly setByName: string | null
  /** Who looked at a conflict that the person, or Throughline, had said alone; and when. */
  readonly confirmedByName: string | null
  readonly confirmedAt: Date | null
  /** Whether nobody else has looked at it yet. */
  readonly awaitsReview: boolean
  readonly liftedBecause: LiftReason | null
  readonly liftedAt: Date | null
  readonly liftedByName: string | null
}

/** What is known when somebody is to be kept from a student. */
export type BlockingFacts = {
  readonly kind: BlockKind
  readonly documentReference: string | undefined
  /** Kinds in force between the two already. */
  readonly standing: readonly BlockKind[]
  /** Whether the person is who writes it down. */
  readonly isSelf: boolean
  /** Whether access of the person has ended anyway. */
  readonly hasLeft: boolean
  /** Whether the person works for the schools or an agency, now or again. */
  readonly worksHere: boolean
}

const obstacles = {
  order_unnamed: ({ kind, documentReference }) =>
    (kind === 'custody' || kind === 'protective_order') && documentReference === undefined,
  stands_already: ({ kind, standing }) => standing.includes(kind),
  // Whoever closes records to themselves could not see what they wrote: a conflict is all they can declare.
  self_by_order: ({ isSelf, kind }) => isSelf && kind !== 'conflict_of_interest',
  has_left: ({ hasLeft }) => hasLeft,
  no_work: ({ kind, worksHere }) => kind === 'conflict_of_interest' && !worksHere,
} satisfies Record<string, (facts: BlockingFacts) => boolean>
export type ObstacleToBlocking = keyof typeof obstacles

/** Every reason a block cannot be set, in the order a person would clear them. */
export const obstaclesToBlocking = (facts: BlockingFacts): ObstacleToBlocking[] =>
  (Object.keys(obstacles) as ObstacleToBlocking[]).filter((name) => obstacles[name](facts))
