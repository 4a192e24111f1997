import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, day, id, optionalText, whole } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { acceptances } from './partner.ts'
import { mayKeepCapacity, maySee } from './policy.ts'
import { obstaclesToUpdating } from './rules.ts'
import { holdPartner, saveCapacity } from './store.ts'
import { capacityObstacleWords } from './words.ts'

/** An agency says how much room it has. The picker shows it from this moment [R037]. */
export const updateCapacity = act({
  name: 'directory/update-capacity',
  by: ['partner_intake'],
  given: z.object({
    partnerId: id,
    version: whole(1, 2_147_483_647),
    acceptance: choice(acceptances),
    acceptanceNote: optionalText(200),
    openPlaces: whole(0, 999),
    nextOpeningOn: day.optional(),
  }),
  refusals: capacityObstacleWords,
  async do(unit, given) {
    const partner = (await holdPartner(unit, given.partnerId)) ?? notFound()
    if (!maySee(unit.actor, partner)) return notFound()
    unit.permit(mayKeepCapacity(unit.actor, partner), { type: 'partner', id: partner.id })

    if (partner.version !== given.version) throw new Problem('changed_meanwhile')
    const obstacles = obstaclesToUpdating(partner, given)
    if (obstacles.length > 0) return refused(obstacles)

    await saveCapacity(unit, given)
    unit.record(
      'partner.capacity_updated',
      { type: 'partner', id: partner.id },
      {
        acceptance: given.acceptance,
        was_acceptance: partner.acceptance,
        open_places: given.openPlaces,
        was_open_places: partner.openPlaces,
      },
    )
    return done({ partnerId: partner.id, version: given.version + 1 })
  },
})
