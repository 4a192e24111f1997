import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { choice, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { countEscalations, listEscalations } from './list-store.ts'
import { escalationReaders } from './policy.ts'

const perPage = 25

/** The stalled loops of the schools somebody covers, until each is connected or has another plan [R092]. */
export const lookEscalations = look({
  name: 'escalations/list',
  by: escalationReaders,
  given: z.object({
    state: choice(['open', 'closed']).default('open').catch('open'),
    from: whole(0, 100_000).default(0).catch(0),
  }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { state, from }) {
    view.permit(true)
    const { tx, actor, now } = view
    const asked = { closed: state === 'closed', from, limit: perPage + 1 }
    const page = paged(await listEscalations(tx, actor, asked), { from, perPage })
    view.saw({
      type: 'escalation_list',
      id: null,
      studentIds: [...new Set(page.shown.map(({ studentId }) => studentId))],
    })
    return {
      state,
      ...page,
      counts: await countEscalations(tx, actor, now),
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenList = Awaited<ReturnType<typeof lookEscalations.see>>
