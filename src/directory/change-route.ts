import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { routeKinds } from './partner.ts'
import { obstaclesToRouting } from './rules.ts'
import { closeRoute, holdPartner, openRoute } from './store.ts'
import { routeObstacleWords } from './words.ts'

/**
 * The district opens the one intake route of an agency, or puts another in its place: naming the route it
 * replaces is what tells a change from a second route, which is refused [R029].
 */
export const changeRoute = act({
  name: 'directory/change-route',
  by: ['district_head'],
  given: z.object({
    partnerId: id,
    replacesId: id.optional(),
    kind: choice(routeKinds),
    address: text(200, 'Say where the route leads'),
  }),
  refusals: routeObstacleWords,
  async do(unit, given) {
    const partner = (await holdPartner(unit, given.partnerId)) ?? notFound()
    unit.permit(true, { type: 'partner', id: partner.id })

    const { route } = partner
    if (given.replacesId !== undefined && route?.id !== given.replacesId)
      throw new Problem('changed_meanwhile')
    const obstacles = obstaclesToRouting(partner, given)
    if (obstacles.length > 0) return refused(obstacles)

    if (route !== null) await closeRoute(unit, route.id)
    const routeId = await openRoute(unit, given)
    unit.record(
      'partner.route_changed',
      { type: 'partner', id: partner.id },
      {
        route_id: routeId,
        kind: given.kind,
        was_route_id: route?.id ?? null,
        was_kind: route?.kind ?? null,
      },
    )
    return done({ partnerId: partner.id, routeId })
  },
})
