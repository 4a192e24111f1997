import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { listPartners } from '#directory/contract.ts'
import { listCoordinations, possibleCoordinators } from './coordinator-store.ts'
import { assigners, coordinationReaders, mayAssign } from './policy.ts'
import { agencyCounts } from './served-store.ts'

/** Who coordinates with which agency, and whom nobody coordinates: a function across agencies [R159]. */
export const lookCoordinators = look({
  name: 'caseloads/coordinators',
  by: coordinationReaders,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['referrals'] },
  async see(view) {
    const { tx, actor, now } = view
    view.permit(true)
    view.saw({ type: 'coordinator_list', id: null })
    const [coordinations, counts, people, partners, calendar] = await Promise.all([
      listCoordinations(tx),
      agencyCounts(tx, actor, now),
      possibleCoordinators(tx, now),
      listPartners(tx),
      calendarOf(tx),
    ])
    const schools = new Map(people.map(({ id, schoolIds }) => [id, schoolIds]))
    const mayEnd = (personId: string) => {
      const covered = schools.get(personId)
      return mayAssign(actor, covered === undefined ? [] : covered)
    }
    return {
      mayAssign: (assigners as readonly Role[]).includes(actor.role),
      keepsCaseload: actor.role === 'care_coordinator',
      coordinations: coordinations.map(({ id, personId, personName, partnerName, assignedAt }) => ({
        id,
        mayEnd: mayEnd(personId),
        personName,
        partnerName,
        sinceOn: dayOf(calendar, assignedAt),
      })),
      counts,
      people: people.flatMap(({ id, name, schoolIds }) =>
        mayAssign(actor, schoolIds) ? [{ id, name }] : [],
      ),
      partners: partners.map(({ id, name }) => ({ id, name })),
      today: dayOf(calendar, now),
    }
  },
})
export type SeenCoordinators = Awaited<ReturnType<typeof lookCoordinators.see>>
