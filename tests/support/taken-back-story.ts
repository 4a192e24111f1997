import type pg from 'pg'
import { issueToken } from '#access/issue-token.ts'
import { revokeToken } from '#access/revoke-token.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { endAssignment } from '#district/end-assignment.ts'
import { suspendAgreement } from '#partnership/suspend-agreement.ts'
import { blockAccess } from '#people/block-access.ts'
import { newId } from '#platform/ids.ts'
import { placeHold } from '#records/place-hold.ts'
import { assignmentId, cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { riversideId } from '../riverside/places.ts'
import type { AgencyStory } from './agency-story.ts'

/** What holds until somebody takes it back: 1 while it does. */
const inForce = {
  'a consent': `select count(*)::int as n from consent c where c.id = $1
    and not exists (select from consent_revocation r where r.consent_id = c.id)`,
  'a yes before a no': `select count(*)::int as n from consent c where c.id = $1
    and not exists (select from consent d where d.referral_id = c.referral_id and d.id > c.id)
    and not exists (select from consent_revocation r where r.consent_id = c.id)`,
  'an answer another counts before': `select 1 - count(*)::int as n from consent_settlement where consent_id = $1`,
  'a way to a student': `select 1 - count(*)::int as n from access_block where person_id = $1 and lifted_at is null`,
  'an assignment': `select count(*)::int as n from assignment where id = $1 and ended_at is null`,
  'a token': `select count(*)::int as n from access_token where id = $1 and revoked_at is null`,
  'an agreement': `select count(*)::int as n from agreement where id = $1 and suspended_at is null`,
  'records nobody holds': `select 1 - count(*)::int as n from legal_hold where student_id = $1 and lifted_at is null`,
} as const
type What = keyof typeof inForce
type Subjects = Record<What | 'referral', string>

/** That it was decided whose answer counts, as the act would leave it. */
const settled = `
  with c as (select * from consent where id = $1), s as (insert into consent_settlement
      (district_id, id, student_id, referral_id, partner_id, scope, consent_id, because, decided_by, decided_at, family_sees)
    select district_id, $2, student_id, referral_id, partner_id, 'status_feedback', id, 'they_agreed', recorded_by, now(),
      family_sees from c)
  insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, student_id, detail)
  select district_id, $3, now(), 'change', 'consent.settled', 'counselor', 'consent_settlement', $2, student_id,
    jsonb_build_object('consentId', id, 'scope', 'status_feedback', 'because', 'they_agreed') from c`

async function grant(story: AgencyStory): Promise<Subjects> {
  const one = async (text: string) => (await story.admin.query<{ id: string }>(text)).rows[0]?.id as string
  const [owen, lena, hana] = [await story.sent('owen'), await story.sent('lena'), await story.sent('hana')]
  const token = { districtId: riversideId, assignmentId: assignmentId('daniel'), label: 'A machine', days: 9 }
  await issueToken(story.db, { ...token, now: story.clock.now() })
  return {
    'a consent': owen.consentIds[0] as string,
    'a yes before a no': lena.consentIds[0] as string,
    'an answer another counts before': hana.consentIds[0] as string,
    referral: lena.referralId,
    'a way to a student': cast.jonah.id,
    'an assignment': assignmentId('jonah'),
    'a token': await one('select id from access_token order by id desc limit 1'),
    'an agreement': await one('select id from agreement where suspended_at is null order by id limit 1'),
    'records nobody holds': families.hana.id,
  }
}

async function takeBack({ being, must, answer, admin }: AgencyStory, all: Subjects): Promise<void> {
  const revocation = { consentId: all['a consent'], askedBy: 'A caregiver', channel: 'phone' }
  must(await revokeConsent.perform(being('maya'), revocation))
  await answer(all.referral, 'lena', { referral_disclosure: 'no' })
  await admin.query(settled, [all['an answer another counts before'], newId(), newId()])
  const block = { studentId: families.sofia.id, personId: cast.jonah.id, kind: 'student_objection' }
  must(await blockAccess.perform(being('leila'), block))
  must(await endAssignment.perform(being('yolanda'), { assignmentId: all['an assignment'] }))
  must(await revokeToken.perform(being('leila'), { tokenId: all['a token'] }))
  must(await suspendAgreement.perform(being('yolanda'), { agreementId: all['an agreement'] }))
  must(await placeHold.perform(being('leila'), { studentId: families.hana.id, reason: 'Case 12' }))
}

/** Makes something of each kind hold. @returns how all of it is taken back, and what holds in a database */
export async function takenBackStory(story: AgencyStory) {
  const subjects = await grant(story)
  return {
    everything: Object.keys(inForce),
    takeBack: () => takeBack(story, subjects),
    async inForceIn(client: pg.Client): Promise<string[]> {
      const still: string[] = []
      for (const [what, asked] of Object.entries(inForce)) {
        const { rows } = await client.query<{ n: number }>(asked, [subjects[what as What]])
        if (rows[0]?.n === 1) still.push(what)
      }
      return still
    },
  }
}
