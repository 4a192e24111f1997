import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { showPeople } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { possibleOwners, saveOwner } from './owner-store.ts'
import { ownerWords } from './words.ts'

/** Who at the district answers for a partnership: the agency reads the name too [R287]. */
export const nameOwner = act({
  name: 'partnership/name-owner',
  by: ['district_head'],
  given: z.object({ partnerId: id, ownerId: id }),
  refusals: ownerWords,
  async do(unit, { partnerId, ownerId }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    const able = await possibleOwners(unit.tx, dayOf(await calendarOf(unit.tx), unit.now))
    if (!able.some((each) => each.id === ownerId)) return refused(['not_of_the_district'])

    await saveOwner(unit, partner.id, ownerId)
    await showPeople(unit, { partnerId: partner.id, personIds: [ownerId] })
    unit.record('partner.owner_named', subject, { owner_id: ownerId })
    return done({ partnerId: partner.id })
  },
})
