import { newId } from '#platform/ids.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners, riversideId } from '../riverside/places.ts'
import type { World } from './riverside.ts'

/** Links that wait: one for a caregiver of the referral, and one for a caregiver who has a sign-in. */
export async function linkIds({ admin, clock }: Pick<World, 'admin' | 'clock'>, referralId: string) {
  const [openLinkId, linkId] = [newId(), newId()]
  const asked = {
    district_id: riversideId,
    purpose: 'consent',
    referral_id: referralId,
    partner_id: partners.cedarStreet.id,
    scopes: ['referral_disclosure'],
    holds_until: '2027-06-30',
    asked_by: cast.maya.id,
    asked_at: clock.now(),
    expires_at: new Date(clock.now().getTime() + 1_800_000),
    marks: [],
    wrong_tries: 0,
  }
  const whose = (family: 'kayla' | 'amal', personId: string) => ({
    student_id: families[family].id,
    caregiver_id: families[family].caregivers[0]?.id,
    person_id: personId,
  })
  await admin.query('begin; set local session_replication_role = replica')
  for (const row of [
    { ...asked, id: openLinkId, ...whose('kayla', cast.maya.id) },
    { ...asked, id: linkId, ...whose('amal', cast.samira.id) },
  ])
    await admin.query('insert into family_link select (jsonb_populate_record(null::family_link, $1)).*', [
      row,
    ])
  await admin.query('commit')
  return { openLinkId, linkId }
}
