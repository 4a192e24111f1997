import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { optionalText, phone, text } from '#platform/given.ts'
import { addPartnerRow, partnerNamed } from './add-store.ts'
import { offerGiven } from './offer-given.ts'
import { mayAddPartner } from './policy.ts'
import { addingWords } from './words.ts'

/**
 * The district writes an agency into its directory. It takes no referral yet: it is paused and without room
 * until it says otherwise, and is chosen for nobody before its onboarding list is complete [R287].
 */
export const addPartner = act({
  name: 'directory/add-partner',
  by: ['district_head'],
  given: z.object({
    name: text(120, 'Give its full name'),
    shortName: text(60, 'Give its name in a sentence'),
    about: text(300, 'Say what they do'),
    address: text(200, 'Say where they are'),
    phone: phone('Give the number schools call'),
    hours: text(200, 'Say when they are open'),
    contactName: text(120, 'Say whom to ask for'),
    populations: optionalText(300),
    ...offerGiven,
  }),
  refusals: addingWords,
  async do(unit, given) {
    unit.permit(mayAddPartner(unit.actor), { type: 'district', id: unit.districtId })
    if (await partnerNamed(unit, given.name)) return refused(['there_already'])
    const partnerId = await addPartnerRow(unit, { ...given, populations: given.populations || null })
    unit.record('partner.added', { type: 'partner', id: partnerId })
    return done({ partnerId })
  },
})
