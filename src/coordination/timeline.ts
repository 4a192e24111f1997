import { traceWords as concernWords } from '#concerns/contract.ts'
import { traceWords as consentWords } from '#consent/contract.ts'
import { traceWords as handoffWords } from '#handoffs/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { navigatorTraceWords, partnerTraceWords } from '#referrals/contract.ts'
import { type Changed, changesOf } from './timeline-store.ts'
import { traceWords as ownWords } from './words.ts'

/** Every module says its own changes. The first that knows a name says it. */
const sayers = [
  concernWords(),
  consentWords(),
  navigatorTraceWords(),
  partnerTraceWords(),
  handoffWords(),
  ownWords(),
] as unknown as readonly { (key: string): string; has(key: string): boolean }[]

/** What happened, in the words of the module that did it; undefined for what belongs on no timeline. */
export const saidOf = (name: string): string | undefined => sayers.find((say) => say.has(name))?.(name)

/** Steps between that say nothing to a reader: what follows from something said beside them. */
const between: ReadonlySet<string> = new Set([
  'referral.next_step_followed',
  'referral.next_step_settled',
  'handoff.questions_answered',
  'referral.stop_notice_made',
  'responsibility.passed_on',
])
/** Steps that are part of another on the same day, and are left out where only what was done counts. */
const small: ReadonlySet<string> = new Set([
  ...between,
  'referral.offered',
  'referral.partner_chosen',
  'referral.opened',
  'responsibility.accepted',
  'responsibility.ended',
  'decision.made',
])
export const isSmall = (name: string): boolean => small.has(name)

export type TimelineEvent = Changed & { what: string }

/** Changes on one page of a timeline. */
const size = 30

/** A student's timeline up to an instant, the latest first, and where the part before it begins. */
export async function timelineOf(
  tx: Transaction,
  studentId: string,
  before: Date,
): Promise<{ events: TimelineEvent[]; earlierThan: Date | undefined }> {
  const changes = await changesOf(tx, studentId, { before, limit: size + 1 })
  const events = changes.slice(0, size).flatMap((change): TimelineEvent[] => {
    const what = saidOf(change.name)
    return what === undefined || between.has(change.name) ? [] : [{ ...change, what }]
  })
  return { events, earlierThan: changes.length > size ? changes[size]?.at : undefined }
}
