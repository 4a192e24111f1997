import { newId } from '#platform/ids.ts'
import { assignmentId, cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners, riversideId } from '../riverside/places.ts'
import type { World } from './riverside.ts'

type Guest = { id: string; referralId: string; at: Date; until: Date }
const guestRow = ({ id, referralId, at, until }: Guest) => ({
  district_id: riversideId,
  id,
  referral_id: referralId,
  student_id: families.kayla.id,
  partner_id: partners.cedarStreet.id,
  person_id: cast.noor.id,
  assignment_id: assignmentId('noor'),
  asked_by: cast.maya.id,
  asked_at: at,
  expires_at: until,
  marks: [],
  code_tries: 0,
  codes_asked: 0,
  wrong_tries: 0,
})

/** Somebody of an agency who answers by link, and was written down without a phone. */
async function withoutPhone(admin: World['admin']): Promise<string> {
  const id = newId()
  const person = { id, name: 'Rae Quist', email: 'rae.quist@cedar.example', phone: null }
  await admin.query(
    'insert into person select (jsonb_populate_record(p, $1)).* from person p where p.id = $2',
    [person, cast.noor.id],
  )
  await admin.query(
    'insert into assignment select (jsonb_populate_record(a, $1)).* from assignment a where a.id = $2',
    [{ id: newId(), person_id: id, by_link: true }, assignmentId('noor')],
  )
  return id
}

/** Links that wait: for a caregiver of the referral, for one who has a sign-in, and for the agency. */
export async function linkIds({ admin, clock }: Pick<World, 'admin' | 'clock'>, referralId: string) {
  const [openLinkId, linkId, guestLinkId] = [newId(), newId(), newId()]
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
  const guest = guestRow({ id: guestLinkId, referralId, at: asked.asked_at, until: asked.expires_at })
  await admin.query('insert into guest_link select (jsonb_populate_record(null::guest_link, $1)).*', [guest])
  const phonelessId = await withoutPhone(admin)
  await admin.query('commit')
  return { openLinkId, linkId, guestLinkId, phonelessId }
}
