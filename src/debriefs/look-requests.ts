import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { keepsStandard, requestReaders } from './policy.ts'
import { listRequests } from './request-store.ts'

/** The queue of those who govern: what the crisis standard is asked to say otherwise. */
export const lookRequests = look({
  name: 'debriefs/requests',
  by: requestReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const requests = await listRequests(view.tx)
    return {
      requests,
      waiting: requests.filter(({ answeredAt }) => answeredAt === null).length,
      mayAnswer: keepsStandard(view.actor.role),
      timeZone: (await calendarOf(view.tx)).timeZone,
      now: view.now,
    }
  },
})
export type SeenRequests = Awaited<ReturnType<typeof lookRequests.see>>
