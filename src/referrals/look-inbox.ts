import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff } from '#access/roles.ts'
import { noteMet } from '#consent/contract.ts'
import { calendarOf, dayOf, instantAt, type SchoolCalendar } from '#district/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { notFound } from '#platform/problem.ts'
import { initialsOf } from '#platform/name-words.ts'
import { type InboxEntry, inboxParts, type InboxPart, partOf, type SeenEntry, seenEntry } from './inbox.ts'
import { type InboxStop, unreadStops } from './inbox-store.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { readInbox } from './read-inbox.ts'

/** Referrals on one page of the inbox: what is asked of an agency comes first. */
const size = 60

/** What of a notice is given to the agency: initials, why, and by when it is read. */
const seenStop = ({ id, referralId, because, madeAt, dueAt, name }: InboxStop) => ({
  id,
  referralId,
  because,
  madeAt,
  dueAt,
  initials: initialsOf(name),
})

/** Whom the agency meets here stands in the accounting of each. */
function noteRows(view: Viewing, rows: readonly InboxEntry[], calendar: SchoolCalendar): void {
  noteMet(view, {
    partnerId: view.actor.partnerId as string,
    since: instantAt(calendar, dayOf(calendar, view.now), '00:00'),
    rows: rows.map(({ id: referralId, items }) => ({ referralId, items })),
  })
}

/** Everything an agency is asked, in its own inbox: its own referrals and nobody else's. */
export const lookInbox = look({
  name: 'referrals/inbox',
  by: partnerStaff,
  given: z.object({ after: pageKey }),
  shows: { for: 'coordination', whole: ['identity', 'referrals', 'visits'] },
  async see(view, { after }) {
    const { tx, actor, now } = view
    const partnerId = actor.partnerId ?? notFound()
    view.permit(true)
    const partner = (await findPartner(tx, partnerId)) ?? notFound()
    const read = await readInbox(view, partnerId, { after, limit: size + 1 })
    const rows = read.slice(0, size)
    const last = rows.at(-1)
    const stops = await unreadStops(tx, partnerId)
    const calendar = await calendarOf(tx)
    noteRows(view, rows, calendar)
    view.saw({
      type: 'inbox',
      id: null,
      studentIds: [...new Set([...rows, ...stops].map(({ studentId }) => studentId))],
    })
    const parts = Object.groupBy(rows, (row) => partOf(row, now))
    return {
      now,
      calendar,
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
      parts: Object.fromEntries(
        inboxParts.map((part) => [part, (parts[part] ?? []).map((row) => seenEntry(row, now))]),
      ) as Record<InboxPart, SeenEntry[]>,
      stops: stops.map(seenStop),
    }
  },
})
export type SeenInbox = Awaited<ReturnType<typeof lookInbox.see>>
