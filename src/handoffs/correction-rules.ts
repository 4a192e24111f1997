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

type Judged = { handoff: Handoff; field: Correctable; became: Date; now: Date }
const obstacles = {
  nothing_to_correct: ({ handoff, field }) => handoff[field] === null,
  same_time: ({ handoff, field, became }) => handoff[field]?.getTime() === became.getTime(),
  not_happened_yet: ({ became, now }) => became > now,
  before_decision: ({ handoff, became }) => became < handoff.openedAt,
} satisfies Record<string, (judged: Judged) => boolean>
export type ObstacleToCorrecting = keyof typeof obstacles

/** Every reason a time cannot be put right like this. */
export const obstaclesToCorrecting = (judged: Judged): ObstacleToCorrecting[] =>
  (Object.keys(obstacles) as ObstacleToCorrecting[]).filter((name) => obstacles[name](judged))
