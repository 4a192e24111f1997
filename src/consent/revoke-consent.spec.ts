import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import type { families } from '#tests/riverside/families.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { feedbackEndedAt, mayTellSchool } from './gate.ts'
import { consentsForReferral } from './store.ts'
import { pagesOf } from '#tests/support/pages.ts'
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

  /** A referral that was sent, whose family then ends its consent. */
  const ended = async (family: 'owen' | 'lena' | 'hana') => {
    const referralId = await began(family)
    const answers = { referral_disclosure: 'yes', status_feedback: 'yes' } as const
    const [consentId] = await story.answer(referralId, family, answers)
    await story.send(referralId)
    const revocation = { consentId, askedBy: 'A caregiver', channel: 'phone' }
    story.must(await revokeConsent.perform(story.being('maya'), revocation))
    return { referralId, revocation }
  }

  test('ending it stops sharing at that instant, and the family is asked instead [R130] [R071]', async () => {
    const { referralId } = await ended('owen')
    expect(await sharing(referralId, 'status_feedback')).toMatchObject({ because: 'withdrawn' })
    const query = 'select next_step, next_owner, partner_id, sent_at from referral where id = $1'
    const { rows } = await story.admin.query(query, [referralId])
    expect(rows).toMatchObject([{ next_step: 'contact_family', next_owner: 'navigator' }])
    const consents = await story.db.transaction(scopeOf(actorOf('maya')), (tx) =>
      consentsForReferral(tx, referralId),
    )
    const referral = { id: referralId, partnerId: rows[0].partner_id, sentAt: rows[0].sent_at }
    const now = story.clock.now()
    expect(feedbackEndedAt(consents, { referral, reachedAt: null, now })).toEqual(now)
  })

  test('the page of consents says when it ended, who asked, how, and who wrote it down; care is apart [R128]', async () => {
    const referralId = await began('ivy')
    const answers = { referral_disclosure: 'yes', status_feedback: 'yes', services: 'yes' } as const
    const ids = await story.answer(referralId, 'ivy', answers)
    await story.send(referralId)
    const { rows } = await story.admin.query(
      `select id from consent where id = any($1) and kind = 'release'`,
      [ids],
    )
    const revocation = { consentId: rows[0]?.id, askedBy: 'Grandmother', channel: 'letter' }
    story.must(await revokeConsent.perform(story.being('maya'), revocation))
    const pages = await pagesOf(story)
    const { html } = await pages.get('maya', `/referrals/${referralId}/consents`)
    await pages.close()
    const text = html.replaceAll(/<[^>]*>/g, '')
    expect(text).toMatch(
      /Ended [^.]+, asked by Grandmother, By letter\. Recorded by Maya Okafor\. Not shared since\./,
    )
    expect(text).toContain('Taken back')
    expect(text.match(/Not shared since/g)).toHaveLength(1)
    const consents = await story.db.transaction(scopeOf(actorOf('maya')), (tx) =>
      consentsForReferral(tx, referralId),
    )
    expect(consents.find(({ kind }) => kind === 'services')?.revokedAt).toBeNull()
    expect(await sharing(referralId, 'status_feedback')).toMatchObject({ because: 'withdrawn' })
  })

  test('the agency is told so with the time, and an agency that was never sent anything hears nothing [R130]', async () => {
    const noticesOf = async (referralId: string) => {
      const { rows } = await story.admin.query(
        `select p.name, n.made_at from notice n join person p on p.id = n.person_id
         where n.subject_id = $1 and n.kind = 'sharing_stopped'`,
        [referralId],
      )
      return rows
    }
    const { referralId } = await ended('hana')
    expect(await noticesOf(referralId)).toEqual([{ name: 'Noor Aziz', made_at: story.clock.now() }])

    const unsent = await began('ada')
    const [consentId] = await story.answer(unsent, 'ada', { referral_disclosure: 'yes' })
    const revocation = { consentId, askedBy: 'Sara Lind', channel: 'phone' }
    story.must(await revokeConsent.perform(story.being('maya'), revocation))
    expect(await noticesOf(unsent)).toEqual([])
  })

  test('what was said stays in history, and cannot be ended twice [R130]', async () => {
    const { referralId, revocation } = await ended('lena')
    const query = 'select count(*)::int as n from consent where referral_id = $1'
    const { rows } = await story.admin.query(query, [referralId])
    expect(rows).toEqual([{ n: 1 }])
    const again = await revokeConsent.perform(story.being('maya'), revocation)
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
      `select count(*)::int as n from consent c left join consent_revocation r on r.consent_id = c.id
       where c.referral_id = $1 and r.consent_id is null`,
      [referralId],
    )
    expect(rows).toEqual([{ n: 0 }])
    story.clock.set('2026-10-13T20:30:00Z')
  })
})
