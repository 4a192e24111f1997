import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { funnelOf } from './funnel.ts'
import { waysSince } from './funnel-store.ts'
import { mayTrack } from './policy.ts'

/** Days the report looks back: a school year, so that who began in it may have come to its end. */
const days = 365

/** How many needs came how far on the way to care, how many were lost at each step, and why [R080]. */
export const lookFunnel = look({
  name: 'referrals/funnel',
  by: [...careTeam, 'principal', 'district_head'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const since = new Date(now.getTime() - days * 86_400_000)
    const steps = funnelOf(await waysSince(tx, actor, { since, now }))
    return { days, steps, mayTrack: mayTrack(actor.role) }
  },
})
export type SeenFunnel = Awaited<ReturnType<typeof lookFunnel.see>>
