import { describePartner } from '#directory/describe-partner.ts'
import { nameOwner } from '#partnership/name-owner.ts'
import { recordedSteps } from '#partnership/onboarding.ts'
import { recordOnboardingStep } from '#partnership/record-onboarding-step.ts'
import { cast, type CastKey } from '../cast.ts'
import { type PartnerKey, partners } from '../places.ts'
import type { Story } from './story.ts'
import { room } from './this-week.ts'
import { perform } from './teller.ts'

/** Who at the district answers for each agency. */
const owners: Record<PartnerKey, CastKey> = { cedarStreet: 'yolanda', northbank: 'maya', openDoor: 'yolanda' }

/** The summer in which every step of bringing an agency on board was done. */
const doneOn = {
  training: '2026-07-22',
  contacts: '2026-07-20',
  crisis_contact: '2026-07-20',
  data_check: '2026-07-29',
}

/** The head of the district writes down what was agreed in summer: who answers, every step, whom to call. */
export const agencies: Story = async ({ teller, almanac }) => {
  teller.at(almanac.moment(-19, '09:00'))
  const head = teller.being('yolanda')
  for (const key of Object.keys(partners) as PartnerKey[]) {
    const partnerId = partners[key].id
    await perform(head, nameOwner, { partnerId, ownerId: cast[owners[key]].id })
    for (const step of recordedSteps)
      await perform(head, recordOnboardingStep, { partnerId, step, doneOn: doneOn[step] })
  }
  const { id: partnerId, about, contactName, phone, address, hours, populations } = partners.openDoor
  const entry = { about, contactName, phone, address, hours, populations, crisisPhone: '555-0189' }
  await perform(head, describePartner, { partnerId, version: 2, ...entry })
  // It takes two families before it is full again.
  await room(teller, 'openDoor', { version: 3, acceptance: 'accepting', openPlaces: 2 })
}
