import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { choice, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { reachOf } from './log-reach.ts'
import { listMessages, logStates } from './log-store.ts'
import { logReaders } from './policy.ts'
import { triesOf } from './try-store.ts'

const perPage = 25

/**
 * What went out, what waits and what did not arrive at one's own schools, as codes and times: no words of a
 * message are kept.
 */
export const lookLog = look({
  name: 'messages/log',
  by: logReaders,
  given: z.object({
    state: choice(logStates).default('troubled').catch('troubled'),
    from: whole(0, 100_000).default(0).catch(0),
  }),
  shows: 'no student',
  async see(view, { state, from }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const asked = { ...reachOf(actor), state, from, limit: perPage + 1 }
    const page = paged(await listMessages(tx, asked), { from, perPage })
    const tries = await triesOf(
      tx,
      page.shown.map(({ id }) => id),
    )
    return {
      state,
      ...page,
      shown: page.shown.map(({ subjectId: _, subjectType: __, caregiverId, personId: ___, ...message }) => ({
        ...message,
        toFamily: caregiverId !== null,
        lastTry: tries.get(message.id)?.[0],
      })),
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenLog = Awaited<ReturnType<typeof lookLog.see>>
