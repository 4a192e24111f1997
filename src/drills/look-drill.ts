import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findingsOfDrill } from './finding-store.ts'
import { ownersFor } from './owners.ts'
import { peopleFor } from './people-for.ts'
import { drillKeepers, drillReaders } from './policy.ts'
import { findDrill, presentAt } from './store.ts'

/** One drill: the scenario, who took part, and what it showed. */
export const lookDrill = look({
  name: 'drills/drill',
  by: drillReaders,
  given: z.object({ drillId: id }),
  shows: 'no student',
  async see(view, { drillId }) {
    const { tx, actor, now } = view
    const drill = (await findDrill(tx, actor, drillId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const keeps = (drillKeepers as readonly string[]).includes(actor.role)
    const open = drill.completedAt === null && drill.calledOffAt === null
    const owners = keeps && drill.completedAt !== null ? await ownersFor(view, drill.schoolId, 'action') : []
    return {
      drill,
      open,
      keeps,
      people: keeps && open ? await peopleFor(view, drill.schoolId) : { staff: [], team: [] },
      present: await presentAt(tx, drillId),
      findings: await findingsOfDrill(tx, drillId),
      owners: owners.map((person) => ({ id: person.id, name: person.name, role: person.role })),
      personId: actor.personId,
      today: dayOf(await calendarOf(tx), now),
    }
  },
})
export type SeenDrill = Awaited<ReturnType<typeof lookDrill.see>>
