import type { InboxRow } from './inbox-store.ts'

/** The parts of an agency's inbox: yes-or-no answers that take seconds come first. */
export const inboxParts = ['came', 'new', 'month', 'to_book', 'with_you'] as const
export type InboxPart = (typeof inboxParts)[number]

/**
 * A row of the inbox, with the day by which the one-month question is to be answered; null when it is not
 * put.
 */
export type InboxEntry = InboxRow & { monthDueAt: Date | null }

/** A row as the inbox gives it to its agency, on the page and as data: each field is named, and no other. */
export type SeenEntry = Pick<
  InboxEntry,
  | 'id'
  | 'state'
  | 'highNeed'
  | 'name'
  | 'reason'
  | 'school'
  | 'shares'
  | 'firstSeenAt'
  | 'askedVisitId'
  | 'askedKind'
  | 'askedAt'
  | 'nextVisitAt'
  | 'monthDueAt'
> & {
  /** By when the agency owes an answer or a visit; null where it owes none. */
  dueAt: Date | null
}

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

/** What of a row its agency is given. The school's own clock is left out where the agency owes nothing. */
export function seenEntry(row: InboxEntry, now: Date): SeenEntry {
  const owes = row.shares && (['new', 'to_book'] as InboxPart[]).includes(partOf(row, now))
  return {
    id: row.id,
    state: row.state,
    highNeed: row.highNeed,
    name: row.name,
    reason: row.reason,
    school: row.school,
    shares: row.shares,
    firstSeenAt: row.firstSeenAt,
    askedVisitId: row.askedVisitId,
    askedKind: row.askedKind,
    askedAt: row.askedAt,
    nextVisitAt: row.nextVisitAt,
    monthDueAt: row.monthDueAt,
    dueAt: owes ? row.nextDueAt : null,
  }
}
