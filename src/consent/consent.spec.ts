import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { families } from '#tests/riverside/families.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { feedbackEndedAt, mayTellSchool } from './gate.ts'
import { recordConsent } from './record-consent.ts'
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

describe('Asking a family', () => {
  test('answers are kept one by one, with who gave them, how, for what and until when [R127] [R149]', async () => {
    const referralId = await began()
    await story.answer(referralId, 'sofia', { referral_disclosure: 'yes' })
    await story.answer(referralId, 'sofia', { status_feedback: 'yes', participation: 'no' })

    const { rows } = await story.admin.query(
      `select c.grantor_name, c.relationship, c.authority, c.method, c.witness, c.language, c.purpose, c.ends_on::text,
         a.scope, a.answer, a.items from consent c join consent_answer a on a.consent_id = c.id
       where c.referral_id = $1 order by c.id, a.scope`,
      [referralId],
    )
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({
      grantor_name: 'Carmen Delgado',
      relationship: 'mother',
      authority: 'may_consent',
      method: 'phone_witnessed',
      witness: 'Interpreter 4471',
      language: 'es',
      ends_on: '2027-06-30',
      scope: 'referral_disclosure',
      answer: true,
    })
    expect(rows.map((row) => [row.scope, row.answer])).toContainEqual(['participation', false])
  })

  test('every reason an answer cannot be kept is named at once, and the attempt is on record', async () => {
    const referralId = await story.decide('mateo')
    const outcome = await recordConsent.perform(story.being('maya'), {
      referralId,
      ...byPhone('sofia'),
      witness: '',
      endsOn: '2026-10-12',
    })
    expect(outcome).toEqual({
      done: false,
      because: ['no_partner', 'not_a_caregiver', 'witness_missing', 'nothing_answered', 'ends_before_today'],
    })
    expect(await story.trail('refusal')).toContain('navigator: consent/record-consent')
  })

  test('a caregiver whose authority was not checked, or who may not consent, cannot answer', async () => {
    const referralId = await began('theo')
    const ask = () =>
      recordConsent.perform(story.being('maya'), {
        referralId,
        ...byPhone('theo'),
        answers: { referral_disclosure: 'yes' },
      })
    const set = (authority: string) =>
      story.admin
        .query(`update guardianship set authority = $1 where student_id = $2`, [authority, families.theo.id])
        .catch(() => undefined)
    await story.admin.query('alter table guardianship disable trigger user')
    await set('unknown')
    expect(await ask()).toEqual({ done: false, because: ['authority_unknown'] })
    await set('may_not_consent')
    expect(await ask()).toEqual({ done: false, because: ['authority_missing'] })
    await set('may_consent')
    await story.admin.query('alter table guardianship enable trigger user')
    expect(await ask()).toMatchObject({ done: true })
  })

  test('no rule for a student’s own consent is in force, so a student alone cannot release anything', async () => {
    const referralId = await began('kayla')
    const outcome = await recordConsent.perform(story.being('maya'), {
      referralId,
      ...byPhone('kayla'),
      caregiverId: undefined,
      grantorKind: 'student',
      answers: { referral_disclosure: 'yes' },
    })
    expect(outcome).toEqual({ done: false, because: ['minor_rule_missing'] })
  })

  test('receiving care and sharing information stand on two records [R128]', async () => {
    const referralId = await began('ada')
    const ids = await story.answer(referralId, 'ada', { services: 'yes', referral_disclosure: 'no' })
    const { rows } = await story.admin.query('select kind from consent where id = any($1) order by kind', [
      ids,
    ])
    expect(rows).toEqual([{ kind: 'release' }, { kind: 'services' }])
    expect(await sharing(referralId, 'status_feedback')).toMatchObject({
      allowed: false,
      because: 'not_asked',
    })
  })

  test('a teacher may not ask, and a referral at another school is not found', async () => {
    const referralId = await began('hana')
    const given = { referralId, ...byPhone('hana'), answers: { referral_disclosure: 'yes' } }
    await expect(recordConsent.perform(story.being('joan'), given)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(recordConsent.perform(story.being('jonah'), given)).rejects.toThrow(new Problem('not_found'))
  })
})

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

  test('no crossing is without a consent given before it, and a planted one is found [R129]', async () => {
    const referralId = await began('diego')
    await story.answer(referralId, 'diego', { referral_disclosure: 'yes' })
    story.must(await sendReferral.perform(story.being('maya'), { referralId, caregiverPresent: 'yes' }))
    const uncovered = async () => {
      const { rows } = await story.admin.query<{ n: number }>(`
        select count(*)::int as n from disclosure x where not exists (
          select 1 from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
          where c.district_id = x.district_id and c.id = x.consent_id and c.partner_id = x.partner_id and a.answer
            and c.given_at <= x.at and x.items <@ (select array_agg(i) || array['appointment'] from consent_answer b, unnest(b.items) i
              where b.district_id = c.district_id and b.consent_id = c.id and b.answer))`)
      return rows[0]?.n
    }
    expect(await uncovered()).toBe(0)
    await story.admin.query('begin')
    await story.admin.query(`update disclosure set at = at - interval '1 day' where referral_id = $1`, [
      referralId,
    ])
    expect(await uncovered()).toBe(1)
    await story.admin.query('rollback')
  })
})
