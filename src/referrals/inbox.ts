import type { InboxRow } from './inbox-store.ts'

/** The parts of an agency's inbox: yes-or-no answers that take seconds come first. */
export const inboxParts = ['came', 'new', 'month', 'to_book', 'with_you'] as const
export type InboxPart = (typeof inboxParts)[number]

/**
 * A row of the inbox, with the day by which the one-month question is to be answered; null when it is not
 * put.
 */
export type InboxEntry = InboxRow & { monthDueAt: Date | null }

const day = 86_400_000
/** How long before its day the one-month question is put. */
const asksBefore = 7 * day

/**
 * Where a referral stands in the inbox; each stands once. A visit that has begun waits for its result; a
 * packet that arrived waits for an answer; a month after the first visit the agency says whether care goes
 * on.
 */
export function partOf(row: InboxEntry, now: Date): InboxPart {
  if (row.askedVisitId !== null) return 'came'
  if (row.state === 'sent' || row.state === 'received') return 'new'
  if (row.monthDueAt !== null && row.monthDueAt.getTime() - now.getTime() <= asksBefore) return 'month'
  if (row.state === 'accepted' && row.nextVisitAt === null) return 'to_book'
  return 'with_you'
}
