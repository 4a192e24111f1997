import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, choices, id, text, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertService } from './offer-store.ts'
import { serviceKinds } from './partner.ts'
import { mayKeepServices } from './policy.ts'
import { obstaclesToAddingService } from './rules.ts'
import { holdPartner } from './store.ts'
import { serviceObstacleWords } from './words.ts'

/** The district writes one more service of an agency into its directory, with the tiers it serves [R287]. */
export const addService = act({
  name: 'directory/add-service',
  by: ['district_head'],
  given: z.object({
    partnerId: id,
    serviceName: text(120, 'Say what the service is called'),
    kind: choice(serviceKinds, 'Choose what kind it is'),
    tiers: choices(whole(1, 3)).refine((all) => all.length > 0, 'Choose at least one tier'),
    ages: text(120, 'Say which ages it serves'),
  }),
  refusals: serviceObstacleWords,
  async do(unit, { partnerId, serviceName: name, ...service }) {
    const partner = (await holdPartner(unit, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(mayKeepServices(unit.actor), subject)
    const obstacles = obstaclesToAddingService(partner, name)
    if (obstacles.length > 0) return refused(obstacles)

    const serviceId = await insertService(unit, partner.id, { ...service, name })
    unit.record('partner.service_added', subject, { service_id: serviceId, kind: service.kind })
    return done({ partnerId: partner.id, serviceId })
  },
})
