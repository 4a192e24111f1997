import type { Handoff } from './handoff.ts'
import { type ObstacleToFinishing, type Part, partOf, parts } from './rules.ts'

export type PartProgress = {
  readonly part: Part
  /** `done`, the one being worked on, one that waits for another part, or one still ahead. */
  readonly s: 'done' | 'now' | 'due' | 'next' | 'end'
  readonly doneAt: Date | null
}

type Facts = {
  readonly handoff: Handoff
  readonly missing: readonly ObstacleToFinishing[]
  readonly sentAt: Date | null
  readonly receivedAt: Date | null
  readonly bookedAt: Date | null
  readonly askedAt: Date | null
}

const doneAt = ({ handoff, sentAt, receivedAt, bookedAt, askedAt }: Facts): Record<Part, Date | null> => ({
  conversation: handoff.conversationAt,
  consent: askedAt,
  send: sentAt,
  receipt: handoff.receiptAt ?? receivedAt,
  visit: bookedAt,
  logistics: handoff.logisticsAt,
  plan: handoff.planGivenAt,
})

/**
 * Where each part of the call stands, from dated facts. The first part that misses something is the one to
 * work on; parts may be done in any order, so a later one can be done before it.
 */
export function progressOf(facts: Facts): PartProgress[] {
  const open = new Set(facts.missing.map((obstacle) => partOf[obstacle]))
  const current = parts.find((part) => open.has(part))
  const ended = facts.handoff.state === 'ended'
  const times = doneAt(facts)
  return parts.map((part) => {
    if (ended && part === 'consent') return { part, s: 'end', doneAt: times[part] }
    if (ended && times[part] === null) return { part, s: 'next', doneAt: null }
    if (!open.has(part)) return { part, s: 'done', doneAt: times[part] }
    if (part === current) return { part, s: 'now', doneAt: null }
    return { part, s: part === 'send' && current === 'consent' ? 'due' : 'next', doneAt: null }
  })
}

/** The forms of the page. One of them carries its filled button: what to do next. */
export type Doing =
  | 'partner'
  | 'conversation'
  | 'points'
  | 'support'
  | 'question'
  | 'send'
  | 'receipt'
  | 'visit'
  | 'logistics'
  | 'plan'
  | 'finish'

const doingFor: Record<ObstacleToFinishing, Doing> = {
  closed: 'finish',
  family_choice: 'support',
  no_partner: 'partner',
  point_service: 'points',
  point_intake: 'points',
  point_information: 'points',
  point_choices: 'points',
  no_conversation: 'conversation',
  student_part_unsaid: 'conversation',
  questions_open: 'question',
  not_sent: 'send',
  receipt_unconfirmed: 'receipt',
  no_visit: 'visit',
  logistics_unsettled: 'logistics',
  plan_not_given: 'plan',
  late_without_reason: 'finish',
}

/** Who talks comes before what was told, whatever the order of the list. */
const order: readonly Doing[] = [
  'support',
  'partner',
  'conversation',
  'points',
  'question',
  'send',
  'receipt',
  'visit',
  'logistics',
  'plan',
  'finish',
]

/** The one thing to do next on the page. */
export function nextDoing(missing: readonly ObstacleToFinishing[]): Doing {
  const open = new Set(missing.map((obstacle) => doingFor[obstacle]))
  return order.find((doing) => open.has(doing)) ?? 'finish'
}
