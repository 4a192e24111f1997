import { z } from 'zod'
import { look } from '#access/look.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf, type SchoolCalendar } from '#district/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { notFound } from '#platform/problem.ts'
import { dueAt, modelInForce, type PublishedModel } from '#standards/contract.ts'
import { type InboxEntry, initialsOf, inboxParts, type InboxPart, partOf } from './inbox.ts'
import { type InboxRow, inboxOf, unreadStops } from './inbox-store.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'

/** Referrals on one page of the inbox: what is asked of an agency comes first. */
const size = 60

type Clocks = { calendar: SchoolCalendar; model: PublishedModel }

/** Puts the one-month question to whoever was seen and has not been asked about yet. */
function withMonth(row: InboxRow, { calendar, model }: Clocks): InboxEntry {
  const asks = row.state === 'in_service' && row.firstSeenAt !== null && row.engagedAt === null
  if (!asks || row.firstSeenAt === null) return { ...row, monthDueAt: null }
  const clock = { clock: 'one_month', startedAt: row.firstSeenAt, highNeed: row.highNeed } as const
  return { ...row, monthDueAt: dueAt(calendar, model.time_standards.body, clock).dueAt }
}

/** Everything an agency is asked, in its own inbox: its own referrals and nobody else's. */
export const lookInbox = look({
  name: 'referrals/inbox',
  by: partnerStaff,
  given: z.object({ after: pageKey }),
  async see(view, { after }) {
    const { tx, actor, now } = view
    const partnerId = actor.partnerId ?? notFound()
    view.permit(true)
    const partner = (await findPartner(tx, partnerId)) ?? notFound()
    const clocks = { calendar: await calendarOf(tx), model: await modelInForce(tx, now) }
    const read = await inboxOf(tx, partnerId, { now, after, limit: size + 1 })
    const rows = read.slice(0, size).map((row) => withMonth(row, clocks))
    const last = rows.at(-1)
    const stops = await unreadStops(tx, partnerId)
    view.saw({
      type: 'inbox',
      id: null,
      studentIds: [...new Set([...rows, ...stops].map(({ studentId }) => studentId))],
    })
    const parts = Object.groupBy(rows, (row) => partOf(row, now))
    return {
      now,
      calendar: clocks.calendar,
      // Whoever answers for the agency tells how much room it has; its clinicians read it.
      mayTellRoom: actor.role === 'partner_intake',
      partner: {
        id: partner.id,
        name: partner.name,
        openPlaces: partner.openPlaces,
        updatedAt: partner.capacityUpdatedAt,
      },
      first: after === undefined,
      next:
        read.length > size && last !== undefined && last.nextDueAt !== null
          ? pageKeyText({ at: last.nextDueAt, id: last.id })
          : undefined,
      parts: Object.fromEntries(inboxParts.map((part) => [part, parts[part] ?? []])) as Record<
        InboxPart,
        InboxEntry[]
      >,
      stops: stops.map(({ name, ...stop }) => ({ ...stop, initials: initialsOf(name) })),
    }
  },
})
export type SeenInbox = Awaited<ReturnType<typeof lookInbox.see>>
