import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { families } from '#tests/riverside/families.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { feedbackEndedAt, mayTellSchool } from './gate.ts'
import { revokeConsent } from './revoke-consent.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const began = async (family: keyof typeof families = 'sofia') => {
  const referralId = await story.decide(family)
  await story.choose(referralId)
  return referralId
}
const sharing = (referralId: string, scope: 'status_feedback' | 'participation', now = story.clock.now()) =>
  story.db.transaction(scopeOf(actorOf('maya')), (tx) =>
    mayTellSchool(tx, { referral: { id: referralId, partnerId: partners.cedarStreet.id }, scope, now }),
  )

describe('Consent as a gate', () => {
  test('an answer covers exactly its own question: everything else stays refused [R127]', async () => {
    const referralId = await began('ruben')
    await story.answer(referralId, 'ruben', { status_feedback: 'yes' })
    expect(await sharing(referralId, 'status_feedback')).toMatchObject({ allowed: true })
    expect(await sharing(referralId, 'participation')).toMatchObject({ allowed: false, because: 'not_asked' })
  })

  test('it ends by itself on its last day, and behaves as absent from then on [R131]', async () => {
    const referralId = await began('lena')
    await story.answer(referralId, 'lena', { status_feedback: 'yes' })
    const lastMinute = new Date('2027-07-01T06:59:00Z')
    const after = new Date('2027-07-01T07:00:00Z')
    expect(await sharing(referralId, 'status_feedback', lastMinute)).toMatchObject({ allowed: true })
    expect(await sharing(referralId, 'status_feedback', after)).toMatchObject({
      allowed: false,
      because: 'ended',
      since: after,
    })
  })

  test('ending it stops sharing at that instant, tells the agency with the time, and stays in history [R130]', async () => {
    const referralId = await began('owen')
    const [consentId] = await story.answer(referralId, 'owen', {
      referral_disclosure: 'yes',
      status_feedback: 'yes',
    })
    await story.send(referralId)
    const revoked = await revokeConsent.perform(story.being('maya'), {
      consentId,
      askedBy: 'Colin Marsh',
      channel: 'phone',
    })
    expect(revoked).toMatchObject({ done: true })
    expect(await sharing(referralId, 'status_feedback')).toMatchObject({
      allowed: false,
      because: 'withdrawn',
    })
    const ended = await story.db.transaction(scopeOf(actorOf('maya')), (tx) =>
      feedbackEndedAt(tx, referralId, story.clock.now()),
    )
    expect(ended).toEqual(story.clock.now())

    const { rows: notices } = await story.admin.query(
      `select p.name, n.kind, n.made_at from notice n join person p on p.id = n.person_id where n.subject_id = $1 and n.kind = 'sharing_stopped'`,
      [referralId],
    )
    expect(notices).toEqual([{ name: 'Noor Aziz', kind: 'sharing_stopped', made_at: story.clock.now() }])
    const { rows } = await story.admin.query('select next_step, next_owner from referral where id = $1', [
      referralId,
    ])
    expect(rows).toEqual([{ next_step: 'contact_family', next_owner: 'navigator' }])
    const { rows: kept } = await story.admin.query(
      'select count(*)::int as n from consent where referral_id = $1',
      [referralId],
    )
    expect(kept).toEqual([{ n: 1 }])
    const again = await revokeConsent.perform(story.being('maya'), {
      consentId,
      askedBy: 'Colin Marsh',
      channel: 'phone',
    })
    expect(again).toEqual({ done: false, because: ['already_ended'] })
  })

  test('an older yes does not come back when a newer one is ended, and everything can be ended at once', async () => {
    const referralId = await began('tessa')
    await story.answer(referralId, 'tessa', { status_feedback: 'yes' })
    story.clock.set('2026-10-13T20:31:00Z')
    const [second] = await story.answer(referralId, 'tessa', { status_feedback: 'yes', participation: 'yes' })
    story.must(
      await revokeConsent.perform(story.being('maya'), {
        consentId: second,
        askedBy: 'Rory Quinn',
        channel: 'phone',
      }),
    )
    expect(await sharing(referralId, 'status_feedback')).toMatchObject({
      allowed: false,
      because: 'withdrawn',
    })
    story.must(
      await revokeConsent.perform(story.being('maya'), {
        consentId: (await story.answer(referralId, 'tessa', { status_feedback: 'yes' }))[0],
        askedBy: 'Rory Quinn',
        channel: 'text',
        extent: 'everything',
      }),
    )
    const { rows } = await story.admin.query(
      'select count(*)::int as n from consent c left join consent_revocation r on r.consent_id = c.id where c.referral_id = $1 and r.consent_id is null',
      [referralId],
    )
    expect(rows).toEqual([{ n: 0 }])
    story.clock.set('2026-10-13T20:30:00Z')
  })
})
