import { z } from 'zod'
import { look } from '#access/look.ts'
import { newsOf, placeOf } from '#coordination/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { choice, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { newsFor } from './inbox-store.ts'
import { logReaders, tolds } from './policy.ts'
import { waitingFor } from './subject-store.ts'

const perPage = 25

/** Everything one person was told, read or not, and how much waits today: what a digest only counts. */
export const lookInbox = look({
  name: 'messages/inbox',
  by: tolds,
  unacknowledged: 'help',
  given: z.object({
    show: choice(['unread', 'all']).default('unread').catch('unread'),
    from: whole(0, 100_000).default(0).catch(0),
  }),
  shows: 'no student',
  async see(view, { show, from }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, now, actor } = view
    const personId = actor.personId as string
    const calendar = await calendarOf(tx)
    const found = await newsFor(tx, personId, { unread: show === 'unread', from, limit: perPage + 1 })
    const page = paged(found, { from, perPage })
    return {
      show,
      ...page,
      shown: page.shown.flatMap((news) => {
        const says = newsOf(news.kind)
        const { id, madeAt, readAt, subjectType, subjectId } = news
        return says === undefined
          ? []
          : [{ id, madeAt, readAt, says, about: placeOf(subjectType, subjectId) }]
      }),
      waiting: await waitingFor(view, personId),
      readsLog: (logReaders as readonly string[]).includes(actor.role),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenInbox = Awaited<ReturnType<typeof lookInbox.see>>
