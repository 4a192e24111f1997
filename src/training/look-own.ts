import { z } from 'zod'
import { look } from '#access/look.ts'
import { schoolsInReach } from '#access/actor.ts'
import { calendarOf, dayOf, schoolsOf } from '#district/contract.ts'
import { ownTrainings, whomToAsk } from './asking.ts'
import { trained } from './policy.ts'

/** What somebody is trained for, until when, and whom to ask for what is missing [R308]. */
export const lookOwn = look({
  name: 'training/own',
  by: trained,
  unacknowledged: 'own',
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const schools = schoolsInReach(actor) ?? (await schoolsOf(tx, actor)).map(({ id }) => id)
    return {
      role: actor.role,
      trainings: await ownTrainings(view),
      ask: await whomToAsk(view, { schools, without: actor.personId }),
      today: dayOf(await calendarOf(tx), now),
    }
  },
})
export type SeenOwn = Awaited<ReturnType<typeof lookOwn.see>>
