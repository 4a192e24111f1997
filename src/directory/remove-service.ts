import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { deleteService } from './offer-store.ts'
import { mayKeepServices } from './policy.ts'
import { holdPartner } from './store.ts'

/** An agency does not offer a service any more: nobody is shown it. */
export const removeService = act({
  name: 'directory/remove-service',
  by: ['district_head'],
  given: z.object({ partnerId: id, serviceId: id }),
  async do(unit, { partnerId, serviceId }) {
    const partner = (await holdPartner(unit, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(mayKeepServices(unit.actor), subject)
    const { kind } = partner.services.find((each) => each.id === serviceId) ?? notFound()

    await deleteService(unit, serviceId)
    unit.record('partner.service_removed', subject, { service_id: serviceId, kind })
    return done({ partnerId: partner.id })
  },
})
