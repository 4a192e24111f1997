import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { isId } from '#platform/ids.ts'
import { notFound } from '#platform/problem.ts'
import { insertCoordination, listCoordinations, possibleCoordinators } from './coordinator-store.ts'
import { assigners, mayAssign } from './policy.ts'
import { assigningWords } from './words.ts'

const [who, agency] = ['Choose who coordinates', 'Choose an agency']

/** A care coordinator coordinates with an agency too: with several, and with none of them alone [R159]. */
export const assignCoordinator = act({
  name: 'caseloads/assign-coordinator',
  by: assigners,
  given: z.object({
    personId: z.string({ error: who }).refine(isId, who),
    partnerId: z.string({ error: agency }).refine(isId, agency),
  }),
  refusals: assigningWords,
  fields: { assigned_already: 'partnerId', not_a_coordinator: 'personId' },
  async do(unit, { personId, partnerId }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    const possible = await possibleCoordinators(unit.tx, unit.now)
    const coordinator = possible.find((each) => each.id === personId)
    unit.permit(mayAssign(unit.actor, coordinator === undefined ? [] : coordinator.schoolIds), subject)
    if (coordinator === undefined) return refused(['not_a_coordinator'])
    const known = await listCoordinations(unit.tx)
    if (known.some((each) => each.personId === personId && each.partnerId === partner.id))
      return refused(['assigned_already'])

    const coordinationId = insertCoordination(unit, { personId, partnerId: partner.id })
    const about = { type: 'agency_coordinator', id: coordinationId }
    unit.record('coordinator.assigned', about, { coordinator: personId, partner: partner.id })
    return done({ coordinationId })
  },
})
