import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { sendReferral } from './send-referral.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const send = (referralId: string, given = {}) =>
  sendReferral.perform(story.being('maya'), { referralId, caregiverPresent: 'yes', ...given })
const packets = async (referralId: string) => {
  const { rows } = await story.admin.query(
    'select content, content_hash, consent_id, route_id, sent_at from packet where referral_id = $1',
    [referralId],
  )
  return rows
}

const order: readonly string[] = [
  'identity',
  'caregiver_contact',
  'language',
  'reason',
  'urgency',
  'service_sought',
  'school_contact',
  'transport',
  'coverage',
]

describe('Sending a referral', () => {
  test('nothing leaves before the family agreed; then the same send leaves with the consent it relies on [R030]', async () => {
    const id = await story.decide('sofia')
    await story.choose(id)
    expect(await send(id)).toEqual({ done: false, because: ['consent_not_asked'] })
    expect(await story.trail('refusal')).toContain('navigator: referrals/send-referral')
    expect(await packets(id)).toEqual([])

    const [consentId] = await story.answer(id, 'sofia', { referral_disclosure: 'yes' })
    expect(await send(id)).toMatchObject({ done: true })
    const [packet] = await packets(id)
    expect(packet).toMatchObject({ consent_id: consentId, sent_at: story.clock.now() })
    const { rows } = await story.admin.query(
      'select consent_id, direction, items, partner_id from disclosure where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([
      {
        consent_id: consentId,
        direction: 'to_partner',
        partner_id: partners.cedarStreet.id,
        items: Object.keys(packet.content).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
      },
    ])
    expect(await send(id)).toEqual({ done: false, because: ['not_open'] })
  })

  test('heard on the phone by a witness it comes first: before it nothing leaves, and what leaves comes after [R149]', async () => {
    const referralId = await story.decide('theo')
    await story.choose(referralId)
    expect(await send(referralId)).toMatchObject({ done: false, because: ['consent_not_asked'] })
    await story.answer(referralId, 'theo', { referral_disclosure: 'yes' })
    story.clock.set(new Date(story.clock.now().getTime() + 120_000))
    story.must(await send(referralId))
    const { rows } = await story.admin.query<{ method: string; witness: string; seconds: number }>(
      `select c.method, c.witness, extract(epoch from x.at - c.given_at)::int as seconds
       from disclosure x join consent c on c.id = x.consent_id where x.referral_id = $1`,
      [referralId],
    )
    expect(rows).toEqual([{ method: 'phone_witnessed', witness: 'Interpreter 4471', seconds: 120 }])
  })

  test('every obstacle is named at once: agency, agreement, sign-off, route, school, consent [R029] [R131]', async () => {
    const id = await story.decide('theo')
    await story.choose(id)
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    const of = [partners.cedarStreet.id]
    await story.admin.query(`update partner set acceptance = 'full', onboarded_at = null where id = $1`, of)
    await story.admin.query(`update agreement set suspended_at = now() where partner_id = $1`, of)
    await story.admin.query(`update legal_sign_off set withdrawn_at = now() where partner_id = $1`, of)
    await story.admin.query(`update intake_route set closed_at = now() where partner_id = $1`, of)
    await story.admin.query(`update school set live_on = null where id = $1`, [schools.alderCreek.id])
    await story.admin.query('commit')
    const outcome = await send(id, { caregiverPresent: 'no' })
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query(
      `update partner set acceptance = 'accepting', onboarded_at = now() where id = $1`,
      of,
    )
    await story.admin.query(`update agreement set suspended_at = null where partner_id = $1`, of)
    await story.admin.query(`update legal_sign_off set withdrawn_at = null where partner_id = $1`, of)
    await story.admin.query(`update intake_route set closed_at = null where partner_id = $1`, of)
    await story.admin.query(`update school set live_on = '2026-08-17' where id = $1`, [schools.alderCreek.id])
    await story.admin.query('commit')
    expect(outcome).toEqual({
      done: false,
      because: [
        'consent_not_asked',
        'school_not_live',
        'not_onboarded',
        'no_route',
        'full',
        'agreement_suspended',
        'sign_off_withdrawn',
        'caregiver_absent',
      ],
    })
  })

  test.each([
    ['declined', 'kayla', 'consent_declined'],
    ['withdrawn', 'ada', 'consent_withdrawn'],
    ['ended', 'hana', 'consent_ended'],
  ] as const)('a consent that was %s behaves as absent [R131] [R130]', async (how, family, obstacle) => {
    const id = await story.decide(family)
    await story.choose(id)
    const endsOn = how === 'ended' ? '2026-10-13' : '2027-06-30'
    const answers = { referral_disclosure: how === 'declined' ? 'no' : 'yes' }
    const given = { referralId: id, ...byPhone(family), endsOn, answers }
    const { consentIds } = story.must(await recordConsent.perform(story.being('maya'), given))
    if (how === 'withdrawn') {
      story.must(
        await revokeConsent.perform(story.being('maya'), {
          consentId: consentIds[0],
          askedBy: 'Sara Lind',
          channel: 'phone',
        }),
      )
    }
    if (how === 'ended') story.clock.set('2026-10-14T16:00:00Z')
    expect(await send(id)).toEqual({ done: false, because: [obstacle] })
    story.clock.set('2026-10-13T20:30:00Z')
  })

  test('what one agency was allowed, another was not', async () => {
    const id = await story.decide('owen')
    await story.choose(id)
    await story.answer(id, 'owen', { referral_disclosure: 'yes' })
    await story.choose(id, 'northbank')
    expect(await send(id)).toEqual({ done: false, because: ['consent_not_asked'] })
  })

  test('an absent caregiver is an exception with its reason [R046]', async () => {
    const id = await story.decide('lena')
    await story.choose(id)
    await story.answer(id, 'lena', { referral_disclosure: 'yes' })
    expect(await send(id, { caregiverPresent: 'no' })).toEqual({ done: false, because: ['caregiver_absent'] })
    story.must(await send(id, { caregiverPresent: 'no', absenceReason: 'Had to take the other child home' }))
    const { rows } = await story.admin.query(
      'select caregiver_present_at_send, caregiver_absence_reason from handoff where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([
      { caregiver_present_at_send: false, caregiver_absence_reason: 'Had to take the other child home' },
    ])
  })

  test('a teacher may not send, and a referral of another school is not found', async () => {
    const id = await story.decide('tessa')
    const given = { referralId: id, caregiverPresent: 'yes' }
    await expect(sendReferral.perform(story.being('joan'), given)).rejects.toThrow(new Problem('not_allowed'))
    await expect(sendReferral.perform(story.being('jonah'), given)).rejects.toThrow(new Problem('not_found'))
    await expect(sendReferral.perform(story.being('noor'), given)).rejects.toThrow(new Problem('not_allowed'))
  })
})
