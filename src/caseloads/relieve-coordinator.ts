import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdCoordination, possibleCoordinators, saveRelieved } from './coordinator-store.ts'
import { assigners, mayAssign } from './policy.ts'
import { relievingWords } from './words.ts'

/** A care coordinator coordinates with an agency no more: its students leave their list at once. */
export const relieveCoordinator = act({
  name: 'caseloads/relieve-coordinator',
  by: assigners,
  given: z.object({ coordinationId: id }),
  refusals: relievingWords,
  async do(unit, { coordinationId }) {
    const coordination = (await holdCoordination(unit, coordinationId)) ?? notFound()
    const subject = { type: 'agency_coordinator', id: coordination.id }
    const possible = await possibleCoordinators(unit.tx, unit.now)
    const coordinates = possible.find((each) => each.id === coordination.personId)
    unit.permit(mayAssign(unit.actor, coordinates === undefined ? [] : coordinates.schoolIds), subject)
    if (coordination.relievedAt !== null) return refused(['relieved_already'])
    saveRelieved(unit, coordination)
    const { personId: coordinator, partnerId: partner } = coordination
    unit.record('coordinator.relieved', subject, { coordinator, partner })
    return done({ coordinationId })
  },
})
