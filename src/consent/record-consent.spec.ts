import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { families } from '#tests/riverside/families.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { mayTellSchool } from './gate.ts'
import { lookWordings } from './look-wordings.ts'
import { recordConsent } from './record-consent.ts'
import { numberOf, wordingVersion } from './wordings.ts'

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
  test('answers are kept one by one, with who gave them, how, for what and until when [R127]', async () => {
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

  test('a consent keeps the version of the form it was asked in, whose exact words are read years later [R138]', async () => {
    const referralId = await began('theo')
    await story.answer(referralId, 'theo', { referral_disclosure: 'yes' })
    const { rows } = await story.admin.query<{ version: string }>(
      'select wording_version as version from consent where referral_id = $1',
      [referralId],
    )
    expect(rows).toEqual([{ version: wordingVersion }])
    const asked = await lookWordings.see(story.being('maya'), { number: numberOf(rows[0]?.version ?? '') })
    expect(asked).toMatchObject({
      version: wordingVersion,
      versions: ['questions 1', 'questions 2', 'questions 3', wordingVersion],
    })
    expect(asked.statements).toHaveLength(3)
    const before = await lookWordings.see(story.being('maya'), { number: numberOf('questions 1') })
    expect(before.statements).toEqual([])
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
