import { z } from 'zod'
import { look } from '#access/look.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { notFound } from '#platform/problem.ts'
import { initialsOf, inboxParts, type InboxPart, partOf } from './inbox.ts'
import { type InboxRow, inboxOf, unreadStops } from './inbox-store.ts'

/** Everything an agency is asked, in its own inbox: its own referrals and nobody else's. */
export const lookInbox = look({
  name: 'referrals/inbox',
  by: partnerStaff,
  given: z.object({}),
  async see(view) {
    const { tx, actor, now } = view
    const partnerId = actor.partnerId ?? notFound()
    view.permit(true)
    const partner = (await findPartner(tx, partnerId)) ?? notFound()
    const rows = await inboxOf(tx, partnerId, now)
    const stops = await unreadStops(tx, partnerId)
    view.saw({ type: 'inbox', id: null, studentIds: [...new Set([...rows, ...stops].map(({ studentId }) => studentId))] })
    const parts = Object.groupBy(rows, (row) => partOf(row, now))
    return {
      now,
      calendar: await calendarOf(tx),
      partner: { id: partner.id, name: partner.name, openPlaces: partner.openPlaces, updatedAt: partner.capacityUpdatedAt },
      parts: Object.fromEntries(inboxParts.map((part) => [part, parts[part] ?? []])) as Record<InboxPart, InboxRow[]>,
      stops: stops.map(({ name, ...stop }) => ({ ...stop, initials: initialsOf(name) })),
    }
  },
})
export type SeenInbox = Awaited<ReturnType<typeof lookInbox.see>>
