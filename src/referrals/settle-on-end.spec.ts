import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { reactions, when } from '#access/happening.ts'
import { consentAnswered } from '#consent/contract.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { byPhone } from '#tests/support/referral-story.ts'
import { families } from '#tests/riverside/families.ts'
import { acceptReferral } from './accept-referral.ts'
import { jobs } from './jobs.ts'
import { redirectReferral } from './redirect-referral.ts'
import { returnReferral } from './return-referral.ts'
import { withdrawReferral } from './withdraw-referral.ts'
import { settleOnEnd, settleWhenConsentEnds } from './settle-on-end.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

test('when a consent ends by its date, the family is asked, and nobody waits for the agency [R071]', async () => {
  const { referralId } = await story.accepted('sofia', everything)
  expect(await story.rowOf(referralId)).toMatchObject({ next_step: 'book_first_visit' })
  story.clock.set('2027-07-01T07:00:00Z')
  const system = { ...story.being('maya'), actor: systemActor(story.districtId) }
  await jobs[0]?.run(system, { district_id: story.districtId, referralId })
  expect(await story.rowOf(referralId)).toMatchObject({
    next_step: 'contact_family',
    next_owner: 'navigator',
  })
  await jobs[0]?.run(system, { district_id: story.districtId, referralId })
  expect(await story.rowOf(referralId)).toMatchObject({ next_step: 'contact_family' })
  await expect(settleOnEnd.perform(story.being('maya'), { referralId })).rejects.toThrow(
    new Problem('not_allowed'),
  )
  story.clock.set('2026-10-13T20:30:00Z')
})

test('of a referral that has ended nothing is owed, and versions nobody read yet are in nobody’s way', async () => {
  const { referralId } = await story.accepted('ada', everything)
  const withdrawal = { referralId, askedBy: 'caregiver', channel: 'phone' }
  story.must(await withdrawReferral.perform(story.being('maya'), withdrawal))
  await story.admin.query(`begin; set local session_replication_role = replica;
    insert into standard select (jsonb_populate_record(s, jsonb_build_object(
    'id', gen_random_uuid(), 'version', s.version + 100, 'in_force_from', s.in_force_from + interval '1 minute'))).*
    from standard s where s.kind <> 'crisis'; commit`)
  const system = { ...story.being('maya'), actor: systemActor(story.districtId) }
  expect(await settleOnEnd.perform(system, { referralId })).toMatchObject({ done: true })
})

test('the moment is set when the family says yes: the first instant after the last day', async () => {
  const referralId = await story.decide('mateo')
  await story.choose(referralId)
  const doer = {
    ...story.being('maya'),
    reactions: reactions([when(consentAnswered, settleWhenConsentEnds)]),
  }
  story.must(await recordConsent.perform(doer, { referralId, ...byPhone('mateo'), answers: everything }))
  const { rows } = await story.admin.query<{ run_at: Date }>(
    'select run_at from graphile_worker.jobs where key = $1',
    [`referrals/settle-on-end/${referralId}`],
  )
  expect(rows).toEqual([{ run_at: new Date('2027-07-01T07:00:00Z') }])
})

test('responsibility passes on when the next agency accepts, and stays with the sender until then [R155]', async () => {
  const { referralId } = await story.accepted('theo')
  story.must(await returnReferral.perform(story.noor(), { referralId, reason: 'capacity' }))
  const { id: next } = story.must(
    await redirectReferral.perform(story.being('maya'), { referralId, reason: 'capacity' }),
  )
  await story.choose(next, 'northbank')
  await story.answer(next, 'theo', everything)
  await story.send(next)
  const held = () =>
    story.rows(
      'select holder_name from clinical_responsibility where student_id = $1 and ended_at is null',
      families.theo.id,
    )
  expect(await held()).toEqual([{ holder_name: 'Tomas Lindqvist' }])
  story.must(
    await acceptReferral.perform(story.being('farah'), {
      referralId: next,
      clinicianName: 'Ines Fox',
      credential: 'LCSW',
    }),
  )
  const { rows } = await story.admin.query('select key from graphile_worker.jobs where key = $1', [
    `referrals/pass-responsibility/${next}`,
  ])
  expect(rows).toHaveLength(1)
  const system = { ...story.being('maya'), actor: systemActor(story.districtId) }
  await jobs[1]?.run(system, { district_id: story.districtId, referralId: next })
  expect(await held()).toEqual([{ holder_name: 'Ines Fox' }])
})
