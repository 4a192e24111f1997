import type { Viewing } from '#access/look.ts'
import { calendarOf, type SchoolCalendar } from '#district/contract.ts'
import { dueAt, modelInForce, type PublishedModel } from '#standards/contract.ts'
import { type AgencyPromise, promisesOfAgency } from './agency-promises.ts'
import type { InboxEntry } from './inbox.ts'
import { type InboxRow, inboxOf, unreadStops } from './inbox-store.ts'

type Clocks = { calendar: SchoolCalendar; model: PublishedModel }

/** Puts the one-month question to whoever was seen and has not been asked about yet. */
function withMonth(row: InboxRow, { calendar, model }: Clocks): InboxEntry {
  const asks = row.state === 'in_service' && row.firstSeenAt !== null && row.engagedAt === null
  if (!asks || row.firstSeenAt === null) return { ...row, monthDueAt: null }
  const { firstSeenAt: startedAt, runsFaster: highNeed, tier } = row
  const clock = { clock: 'one_month', startedAt, highNeed, tier } as const
  return { ...row, monthDueAt: dueAt(calendar, model.time_standards.body, clock).dueAt }
}

type Page = { after: { at: Date; id: string } | undefined; limit: number }

/** The open referrals of an agency as its inbox shows them, the soonest promise first. */
export async function readInbox(
  { tx, now }: Pick<Viewing, 'tx' | 'now'>,
  partnerId: string,
  page: Page,
): Promise<InboxEntry[]> {
  const clocks = { calendar: await calendarOf(tx), model: await modelInForce(tx, now) }
  return (await inboxOf(tx, partnerId, { now, ...page })).map((row) => withMonth(row, clocks))
}

/** How many referrals of one agency are read for its promises: the soonest, as everywhere. */
const mostRead = 1000

/** What an agency owes next on each of its referrals, and the stop notices nobody there has read. */
export async function owedByAgency(
  view: Pick<Viewing, 'tx' | 'now'>,
  partnerId: string,
): Promise<AgencyPromise[]> {
  const entries = await readInbox(view, partnerId, { after: undefined, limit: mostRead })
  return promisesOfAgency(entries, await unreadStops(view.tx, partnerId), view.now)
}
