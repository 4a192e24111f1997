import type { Viewing } from '#access/look.ts'
import { waitingToRead } from '#alerts/contract.ts'
import { calendarOf, type SchoolCalendar } from '#district/contract.ts'
import { dueAt, modelInForce, type PublishedModel } from '#standards/contract.ts'
import { type AgencyPromise, promisesOfAgency } from './agency-promises.ts'
import type { InboxEntry } from './inbox.ts'
import { type InboxRow, inboxOf, unreadStops } from './inbox-store.ts'

type Clocks = { calendar: SchoolCalendar; model: PublishedModel }

/**
 * Puts the question whether care goes on: one month after the first visit, and again on the rhythm of the
 * district from each answer on [R075].
 */
function withMonth(row: InboxRow, { calendar, model }: Clocks): InboxEntry {
  if (row.state !== 'in_service' || row.firstSeenAt === null) return { ...row, monthDueAt: null }
  const { firstSeenAt, engagedAt, lastSaidAt, runsFaster: highNeed, tier } = row
  const clock =
    engagedAt === null
      ? ({ clock: 'one_month', startedAt: firstSeenAt, highNeed, tier } as const)
      : ({ clock: 'engagement_again', startedAt: lastSaidAt ?? engagedAt, highNeed, tier } as const)
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

/** What an agency owes next on each of its referrals, and the notices and alerts nobody there has read. */
export async function owedByAgency(
  view: Pick<Viewing, 'tx' | 'now' | 'knows'>,
  partnerId: string,
): Promise<AgencyPromise[]> {
  const entries = await readInbox(view, partnerId, { after: undefined, limit: mostRead })
  const stops = await unreadStops(view.tx, partnerId)
  const alerts = view.knows('signals') ? await waitingToRead(view, partnerId) : []
  return promisesOfAgency(entries, { stops, alerts }, view.now)
}
