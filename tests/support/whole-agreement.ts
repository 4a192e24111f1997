import { partnerItems, schoolItems } from '#partnership/agreement.ts'
import { recordAgreement } from '#partnership/record-agreement.ts'
import { recordSignOff } from '#partnership/record-sign-off.ts'
import { partners } from '../riverside/places.ts'
import type { AgencyStory } from './agency-story.ts'

const school = { startsOn: '2026-10-13', endsOn: '2027-06-30' }

/**
 * District and Cedar Street agree on every item, both ways, and legal signs: the family says what crosses.
 * @returns the agency
 */
export async function agreeOnEveryItem(story: Pick<AgencyStory, 'being' | 'must'>): Promise<string> {
  const { agreementId, partnerId } = story.must(
    await recordAgreement.perform(story.being('yolanda'), {
      partnerId: partners.cedarStreet.id,
      title: 'Agreement with every item',
      ...school,
      schoolToPartner: [...schoolItems],
      partnerToSchool: [...partnerItems],
    }),
  )
  const signed = { signedBy: 'Legal office', signedOn: school.startsOn, endsOn: school.endsOn }
  const scope = 'Referrals with every item'
  story.must(await recordSignOff.perform(story.being('leila'), { agreementId, scope, ...signed }))
  return partnerId
}
