import { z } from 'zod'
import { look } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mixesOf } from './mix-store.ts'
import { findPartner } from './store.ts'

/** How an agency will see families, for whoever chooses one with a family. */
export const lookMixes = look({
  name: 'directory/mixes',
  by: schoolStaff,
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    return {
      partner: { id: partner.id, name: partner.name, openPlaces: partner.openPlaces },
      mixes: await mixesOf(view.tx, partner.id),
      mayPlan: view.actor.role === 'district_head',
      today: dayOf(await calendarOf(view.tx), view.now),
    }
  },
})
export type SeenMixes = Awaited<ReturnType<typeof lookMixes.see>>
