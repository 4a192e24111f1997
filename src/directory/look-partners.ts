import { z } from 'zod'
import { look } from '#access/look.ts'
import { partnerStaff, schoolStaff, sideOf } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { isLanguageTag } from '#people/contract.ts'
import { choice, id } from '#platform/given.ts'
import { languagesServed, pageOfPartners, partnerSorts, partnerTimes } from './list-store.ts'
import { acceptances, modalities, payers } from './partner.ts'
import { mayAddPartner } from './policy.ts'
import { obstaclesToChoosing } from './rules.ts'

/**
 * The agencies of the district, narrowed to what a family asks for [R037]; an agency's staff see their own.
 */
export const lookPartners = look({
  name: 'directory/partners',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({
    language: z.string().refine(isLanguageTag).optional().catch(undefined),
    modality: choice(modalities).optional(),
    payer: choice(payers).optional(),
    acceptance: choice(acceptances).optional(),
    times: choice(partnerTimes).optional(),
    sort: choice(partnerSorts).default('name'),
    after: id.optional(),
    before: id.optional(),
  }),
  shows: 'no student',
  async see(view, filter) {
    view.permit(true)
    const only = sideOf(view.actor.role) === 'partner' ? view.actor.partnerId : null
    const page = await pageOfPartners(view.tx, { ...filter, only })
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    return {
      ...page,
      sort: filter.sort,
      today: dayOf(calendar, view.now),
      mayAdd: mayAddPartner(view.actor),
      languages: await languagesServed(view.tx),
      partners: page.partners.map((partner) => ({
        ...partner,
        updatedOn: dayOf(calendar, partner.capacityUpdatedAt),
        unavailable: obstaclesToChoosing(partner, view.now),
      })),
    }
  },
})
