import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, choices, optionalText, phone, text, ticked } from '#platform/given.ts'
import { isLanguageTag } from '#people/contract.ts'
import { addPartnerRow, partnerNamed } from './add-store.ts'
import { modalities, payers } from './partner.ts'
import { mayAddPartner } from './policy.ts'
import { addingWords } from './words.ts'

const named = (what: string) => ({ message: what })

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
    languages: choices(z.string().refine(isLanguageTag, 'Choose from the list')).refine(
      (all) => all.length > 0,
      named('Choose at least one language'),
    ),
    modalities: choices(choice(modalities)).refine((all) => all.length > 0, named('Choose at least one way')),
    payers: choices(choice(payers)).refine((all) => all.length > 0, named('Choose at least one')),
    afterSchool: ticked,
    weekends: ticked,
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
