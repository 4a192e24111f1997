import type { WaitingAlert } from '#alerts/contract.ts'
import { initialsOf } from '#platform/name-words.ts'
import { type InboxEntry, type InboxPart, partOf } from './inbox.ts'
import type { InboxStop } from './inbox-store.ts'
import type { PacketItem } from './packet.ts'

/** What an agency can owe: one thing at a time on each referral. */
export type AgencyOwes = 'receipt' | 'answer' | 'booking' | 'result' | 'month' | 'stop' | 'alert'

/** One thing an agency owes. The name comes from the packet; after a stop only initials are left. */
export type AgencyPromise = {
  readonly kind: AgencyOwes
  readonly id: string
  readonly aboutId: string
  readonly studentId: string
  readonly studentName: string
  readonly highNeed: boolean
  /** What of the packet it shows, for the accounting. */
  readonly items: readonly PacketItem[]
  readonly dueAt: Date
}

type Owed = Pick<AgencyPromise, 'kind' | 'dueAt'>

/** By the part of the inbox a referral stands in: what is owed, due when the referral's own clock says. */
const owed: Record<InboxPart, (row: InboxEntry) => { kind: AgencyOwes; dueAt: Date | null }> = {
  came: ({ askedAt }) => ({ kind: 'result', dueAt: askedAt }),
  new: ({ state, nextDueAt }) => ({ kind: state === 'sent' ? 'receipt' : 'answer', dueAt: nextDueAt }),
  month: ({ monthDueAt }) => ({ kind: 'month', dueAt: monthDueAt }),
  to_book: ({ nextDueAt }) => ({ kind: 'booking', dueAt: nextDueAt }),
  with_you: () => ({ kind: 'result', dueAt: null }),
}

/** Nothing is owed where the family did not agree that the agency tells the school: the family is asked. */
function owedOn(row: InboxEntry, now: Date): Owed | undefined {
  const { kind, dueAt } = owed[partOf(row, now)](row)
  return dueAt === null || !row.shares ? undefined : { kind, dueAt }
}

/** Alerts of the school that nobody at the agency has yet, by the names their referrals go by here. */
function alertsOwed(alerts: readonly WaitingAlert[], rows: readonly InboxEntry[]): AgencyPromise[] {
  return alerts.flatMap(({ id, referralId, studentId, dueAt }): AgencyPromise[] => {
    const row = rows.find((each) => each.id === referralId)
    if (row === undefined) return []
    const { name: studentName, highNeed } = row
    const items = row.items.filter((item) => item !== 'reason')
    return [{ kind: 'alert', id, aboutId: referralId, studentId, studentName, highNeed, items, dueAt }]
  })
}

/** What an agency has to read: notices that sharing stopped, and alerts of the school. */
export type ToRead = { readonly stops: readonly InboxStop[]; readonly alerts: readonly WaitingAlert[] }

/** Everything an agency owes, in no order: its open referrals, and what it has not read. */
export function promisesOfAgency(
  rows: readonly InboxEntry[],
  { stops, alerts }: ToRead,
  now: Date,
): AgencyPromise[] {
  const onReferrals = rows.flatMap((row): AgencyPromise[] => {
    const found = owedOn(row, now)
    const { id, studentId, name, highNeed } = row
    const items = row.items.filter((item) => item !== 'reason')
    return found === undefined
      ? []
      : [{ ...found, id, aboutId: id, studentId, studentName: name, highNeed, items }]
  })
  const toRead = stops.map(({ id, referralId, studentId, name, dueAt }): AgencyPromise => {
    const studentName = initialsOf(name)
    return {
      kind: 'stop',
      id,
      aboutId: referralId,
      studentId,
      studentName,
      highNeed: false,
      items: [],
      dueAt,
    }
  })
  return [...onReferrals, ...toRead, ...alertsOwed(alerts, rows)]
}
