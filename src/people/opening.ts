import { nameWords } from '#platform/name-words.ts'

/** Why somebody opens a student they do not reach. */
export const openingReasons = [
  'danger_now',
  'here_now',
  'moved_here',
  'standing_in',
  'asked_by_family',
  'asked_by_agency',
] as const
export type OpeningReason = (typeof openingReasons)[number]

/** What somebody else finds when they look at it afterwards. */
export const findings = ['justified', 'not_justified', 'needs_follow_up'] as const
export type Finding = (typeof findings)[number]

/** The numbers of breaking the glass. They protect every district alike, so no district sets them. */
export const openingLimits = {
  /** How long a student stays open. */
  hours: 4,
  /** How long the review may wait before the district head hears of it. */
  reviewHours: 72,
  /** Characters of the reason in words. */
  leastWords: 20,
  mostWords: 1000,
} as const

const hour = 3_600_000

/** Until when what is opened now is open. */
export const endOf = (openedAt: Date): Date => new Date(openedAt.getTime() + openingLimits.hours * hour)

/** By when somebody else has looked at it: from this instant on it is the district head's. */
export const reviewDueAt = (openedAt: Date): Date =>
  new Date(openedAt.getTime() + openingLimits.reviewHours * hour)

/** One student opened by somebody, as those who look at it afterwards read it. */
export type RecordOpening = {
  readonly id: string
  readonly studentId: string
  readonly studentName: string
  readonly schoolName: string | null
  readonly personId: string
  readonly personName: string
  readonly role: string
  readonly reason: OpeningReason
  readonly words: string
  readonly openedAt: Date
  readonly endsAt: Date
  /** Ended before its time. */
  readonly endedAt: Date | null
  readonly finding: Finding | null
  readonly reviewWords: string | null
  readonly reviewedAt: Date | null
  readonly reviewedByName: string | null
}

type Lasting = Pick<RecordOpening, 'openedAt' | 'endsAt' | 'endedAt'>

/** Whether something can be read through it: from its first instant, and not at its last. */
export const isOpenAt = ({ openedAt, endsAt, endedAt }: Lasting, now: Date): boolean =>
  openedAt <= now && now < endsAt && (endedAt === null || now < endedAt)

/** Whether it waits longer for a review than it may. */
export const isEscalated = (
  { openedAt, finding }: Pick<RecordOpening, 'openedAt' | 'finding'>,
  now: Date,
): boolean => finding === null && reviewDueAt(openedAt) <= now

/** Somebody a number leads to. */
export type Candidate = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly preferredName: string | null
  readonly bornOn: string | null
  readonly schoolId: string | null
}

/** What was typed beside the number to show that one knows whom one means. */
export type Known = { readonly bornOn?: string | undefined; readonly name?: string | undefined }

const sameWords = (typed: readonly string[], held: readonly string[]) =>
  typed.length > 0 && typed.length === held.length && typed.every((word) => held.includes(word))

/** Whether a typed name is the whole one: given or preferred, and family, in any order, accents or not. */
function isNamed({ givenName, preferredName, familyName }: Candidate, typed: string): boolean {
  const words = nameWords(typed)
  return [givenName, preferredName].some((first) => first && sameWords(words, nameWords(first, familyName)))
}

/** Whether everything that was typed is right. One who is half right is somebody else. */
export const isMeant = (candidate: Candidate, { bornOn, name }: Known): boolean =>
  (bornOn !== undefined || name !== undefined) &&
  (bornOn === undefined || candidate.bornOn === bornOn) &&
  (name === undefined || isNamed(candidate, name))

/** What is known when somebody breaks the glass. */
export type OpeningFacts = {
  readonly known: Known
  /** Whom number and proof lead to, where they lead to exactly one. */
  readonly found: Pick<Candidate, 'id' | 'schoolId'> | undefined
  /** Whether they reach the student as it is. */
  readonly reached: boolean
  /** Whether they have the student open. */
  readonly open: boolean
}

const inTheWay = {
  nothing_known: ({ known }) => known.bornOn === undefined && known.name === undefined,
  // The same words for a slip, a guess, and a student they are kept from.
  no_match: ({ known, found }) =>
    found === undefined && (known.bornOn !== undefined || known.name !== undefined),
  within_reach: ({ found, reached }) => found !== undefined && reached,
  open_already: ({ found, reached, open }) => found !== undefined && !reached && open,
} satisfies Record<string, (facts: OpeningFacts) => boolean>
export type ObstacleToOpening = keyof typeof inTheWay

const reasons = <K extends string, F>(judged: Record<K, (facts: F) => boolean>, facts: F): K[] =>
  (Object.keys(judged) as K[]).filter((name) => judged[name](facts))

/** Every reason a student is not opened, in the order a person would clear them. */
export const obstaclesToOpening = (facts: OpeningFacts): ObstacleToOpening[] => reasons(inTheWay, facts)

/** What is known when somebody looks at an opening. */
export type ReviewFacts = { readonly isOwn: boolean; readonly reviewed: boolean }
const againstReview = {
  own: ({ isOwn }) => isOwn,
  reviewed_already: ({ reviewed }) => reviewed,
} satisfies Record<string, (facts: ReviewFacts) => boolean>
export type ObstacleToReview = keyof typeof againstReview

/** Every reason somebody does not review an opening. */
export const obstaclesToReview = (facts: ReviewFacts): ObstacleToReview[] => reasons(againstReview, facts)
