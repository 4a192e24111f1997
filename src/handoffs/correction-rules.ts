import type { Handoff } from './handoff.ts'

/** Times of a handoff that a person may put right. */
export const correctable = [
  'firstAttemptAt',
  'conversationAt',
  'receiptAt',
  'planGivenAt',
  'completedAt',
] as const
export type Correctable = (typeof correctable)[number]

/** What is done before a handoff is complete: it cannot have been complete any earlier. */
const partsOf = ({ conversationAt, receiptAt, planGivenAt }: Handoff) => [
  conversationAt,
  receiptAt,
  planGivenAt,
]

type Judged = {
  handoff: Handoff
  /** When the referral was sent; null while it was not. */
  sentAt: Date | null
  field: Correctable
  became: Date
  now: Date
}
/** A time is typed to the minute. */
const minuteOf = (at: Date) => new Date(Math.floor(at.getTime() / 60_000) * 60_000)
const afterSending: readonly Correctable[] = ['receiptAt', 'completedAt']

const obstacles = {
  nothing_to_correct: ({ handoff, field }) => handoff[field] === null,
  same_time: ({ handoff, field, became }) => handoff[field]?.getTime() === became.getTime(),
  not_happened_yet: ({ became, now }) => became > now,
  before_decision: ({ handoff, became }) => became < handoff.openedAt,
  before_its_parts: ({ handoff, field, became }) =>
    field === 'completedAt' && partsOf(handoff).some((part) => part !== null && minuteOf(part) > became),
  before_sending: ({ sentAt, field, became }) =>
    afterSending.includes(field) && sentAt !== null && minuteOf(sentAt) > became,
} satisfies Record<string, (judged: Judged) => boolean>
export type ObstacleToCorrecting = keyof typeof obstacles

/** Every reason a time cannot be put right like this. */
export const obstaclesToCorrecting = (judged: Judged): ObstacleToCorrecting[] =>
  (Object.keys(obstacles) as ObstacleToCorrecting[]).filter((name) => obstacles[name](judged))
