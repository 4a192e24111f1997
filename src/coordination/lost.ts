/** What can be open: each has somebody who owes something by a time, and a list on which it is seen. */
export const openTypes = [
  'referral',
  'support',
  'incident',
  'escalation',
  'review',
  'task',
  'concern',
  'debrief',
  'improvement',
  'help',
  'need',
  'outside',
  'support_alert',
  'reassessment',
  'return',
  'follow_up',
  'care_notice',
  'drill_finding',
] as const
export type OpenType = (typeof openTypes)[number]

/** Five things nothing open may be without; a clinician only where the risk is high. */
export const needs = ['owner', 'next_action', 'clock', 'queue', 'clinician'] as const
export type Need = (typeof needs)[number]

/** An open record, as far as it has to be known to prove that nobody is lost by it. */
export type OpenRecord = {
  readonly type: OpenType
  readonly id: string
  readonly referralId: string | null
  readonly studentId: string | null
  readonly schoolId: string
  readonly ownerId: string | null
  /** The owner works at the school and is not kept from the student. */
  readonly ownerWorks: boolean
  readonly ownerAway: boolean
  /** Whoever stands in for them works there too, and is not away; or whoever stands in for that person. */
  readonly standIn: boolean
  /** It waits for anybody of its queue: then the queue owns it. */
  readonly queueOwns: boolean
  /** What is to be done next follows from how it stands. */
  readonly hasNext: boolean
  /** A clock runs on it that somebody hears of. */
  readonly clockRuns: boolean
  /** How many people see it on a list: in force at the school, in a role that reads it, kept from nobody. */
  readonly seenBy: number
  /** The risk is not high, or somebody clinical holds it: never somebody of another profession alone. */
  readonly clinical: boolean
}

const owned = ({ ownerId, ownerWorks, ownerAway, standIn, queueOwns, seenBy }: OpenRecord): boolean =>
  ownerId === null ? queueOwns && seenBy > 0 : ownerAway ? standIn : ownerWorks

const holds: Record<Need, (record: OpenRecord) => boolean> = {
  owner: owned,
  next_action: ({ hasNext }) => hasNext,
  clock: ({ clockRuns }) => clockRuns,
  queue: ({ seenBy }) => seenBy > 0,
  clinician: ({ clinical }) => clinical,
}

/** What an open record lacks: nothing, where nobody is lost by it. */
export const lacksOf = (record: OpenRecord): Need[] => needs.filter((need) => !holds[need](record))

export type Lack = { readonly record: OpenRecord; readonly need: Need }

/** Everything that is missing, record by record. */
export const lacking = (records: readonly OpenRecord[]): Lack[] =>
  records.flatMap((record) => lacksOf(record).map((need) => ({ record, need })))

const keyOf = ({ record: { type, id }, need }: Lack): string => `${type} ${id} ${need}`

/** What was missing, each with whether it is there after the house tried to put it right. */
export function judged(before: readonly Lack[], after: readonly Lack[]): (Lack & { repaired: boolean })[] {
  const left = new Set(after.map(keyOf))
  return before.map((lack) => ({ ...lack, repaired: !left.has(keyOf(lack)) }))
}
