import { acceptReferral } from '#referrals/accept-referral.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { clinicians } from '../riverside/stories/agency-people.ts'
import { perform } from '../riverside/stories/teller.ts'
import type { LinkStory } from './link-story.ts'

/** A family with a visit that is booked, and a caregiver who came in to its plan by a link. */
export async function insidePlan(story: LinkStory, family: FamilyKey, { visit = true } = {}) {
  const walk = await story.begun(family)
  const caregiverId = await story.reach(family)
  await walk.talk()
  await walk.consent()
  await walk.send()
  const { referralId } = walk
  await perform(story.being('noor'), acceptReferral, { referralId, ...clinicians.cedarStreet })
  if (visit) await walk.arrange({ on: '2026-10-15' })
  const { phone } = await byLink(story, { family, caregiverId })
  return { walk, referralId, appointmentId: walk.appointmentId, caregiverId, phone }
}

/** Somebody at school sends a caregiver the link to the page of the family, and they come in. */
export async function byLink(
  story: LinkStory,
  whose: { family: FamilyKey; caregiverId: string; as?: 'maya' | 'jonah' },
) {
  const { family, caregiverId, as = 'maya' } = whose
  const sent = await story.pages.post(
    as,
    `/students/${families[family].id}/caregivers/${caregiverId}/links`,
    {},
  )
  if (sent.status !== 303) throw new Error('The link was not sent')
  const { phone, reply } = await story.comesIn(await story.received(), families[family].born)
  if (reply.status !== 303) throw new Error(`The caregiver of ${family} did not come in`)
  return { phone }
}
