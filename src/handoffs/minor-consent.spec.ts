import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinorRule } from '#consent/add-minor-rule.ts'
import { approveMinorRule } from '#consent/approve-minor-rule.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { Problem } from '#platform/problem.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { logContact } from './log-contact.ts'

let story: Story
let referralId: string
let ruleId: string
beforeAll(async () => {
  story = await referralStory()
  referralId = await story.decide('kayla')
  await story.choose(referralId)
})
afterAll(() => story.close())

const alone = (answers: Record<string, 'yes' | 'no'>, care = 'mental_health') =>
  recordConsent.perform(story.being('maya'), {
    referralId,
    ...byPhone('kayla'),
    caregiverId: undefined,
    grantorKind: 'student',
    care,
    answers,
  })
const rule = {
  state: 'ca',
  care: 'mental_health',
  fromAge: '13',
  caregiverTold: 'no',
  source: 'Invented for a spec',
  inForceFrom: '2026-09-01',
}
const approval = { approvedBy: 'Counsel of the district', approvedOn: '2026-10-01' }
const page = async (path: string) => {
  const pages = await pagesOf(story)
  const got = await pages.get('maya', path)
  expect(pages.broken).toEqual([])
  await pages.close()
  return got
}

describe('A student’s own consent', () => {
  test('is offered and kept only once a rule is approved by legal, recorded by another person [R151]', async () => {
    const consents = `/referrals/${referralId}/consents`
    expect(await alone({ services: 'yes' })).toEqual({ done: false, because: ['minor_rule_missing'] })
    expect((await page(consents)).html).not.toContain('The student alone')

    ruleId = story.must(await addMinorRule.perform(story.being('yolanda'), rule)).ruleId
    expect(await alone({ services: 'yes' })).toEqual({ done: false, because: ['minor_rule_missing'] })
    expect(await approveMinorRule.perform(story.being('yolanda'), { ruleId, ...approval })).toEqual({
      done: false,
      because: ['wrote_it'],
    })
    story.must(await approveMinorRule.perform(story.being('leila'), { ruleId, ...approval }))

    expect((await page(consents)).html).toContain('The student alone')
    expect(await alone({ services: 'yes' }, 'substance_use')).toEqual({
      done: false,
      because: ['minor_rule_missing'],
    })
    expect((await alone({ services: 'yes', status_feedback: 'yes' })).done).toBe(true)
    const { rows } = await story.admin.query(
      `select distinct grantor_kind, grantor_age, minor_rule_id, minor_consented, caregiver_id, wording_version from consent
       where referral_id = $1`,
      [referralId],
    )
    expect(rows).toEqual([
      {
        grantor_kind: 'student',
        grantor_age: 13,
        minor_rule_id: ruleId,
        minor_consented: true,
        caregiver_id: null,
        wording_version: 'questions 4',
      },
    ])
  })

  test('lets no school record leave: for those the law asks for a parent, or a student of 18', async () => {
    story.must(await alone({ referral_disclosure: 'yes' }))
    const pressed = await sendReferral.perform(story.being('maya'), { referralId, caregiverPresent: 'yes' })
    expect(pressed).toEqual({ done: false, because: ['consent_incomplete'] })
    const { html } = await page(`/referrals/${referralId}/consents`)
    expect(html).toContain('Missing: Given by a parent, or by a student of 18 or older')
  })

  test('is a class of its own: no plan goes home, no caregiver is asked or contacted [R151]', async () => {
    const byCaregiver = { referralId, ...byPhone('kayla'), answers: { participation: 'yes' } }
    expect(await recordConsent.perform(story.being('maya'), byCaregiver)).toEqual({
      done: false,
      because: ['minor_consented'],
    })
    const { caregiverId } = byPhone('kayla')
    const called = { referralId, caregiverId, mode: 'phone', language: 'en', result: 'reached' }
    expect(await logContact.perform(story.being('maya'), called)).toEqual({
      done: false,
      because: ['minor_consented'],
    })
    expect((await page(`/referrals/${referralId}/family-plan`)).status).toBe(404)
    expect((await page(`/referrals/${referralId}/handoff`)).html).toContain(
      'Do not contact a caregiver about it',
    )
    const { rows } = await story.admin.query(
      `select 1 from consent_answer a join consent c on c.id = a.consent_id
       where c.referral_id = $1 and 'caregiver_contact' = any (a.items)`,
      [referralId],
    )
    expect(rows).toEqual([])
  })

  test('and where no student agreed alone the plan goes home', async () => {
    const other = await story.decide('hana')
    await story.choose(other)
    await story.answer(other, 'hana', { referral_disclosure: 'yes' })
    expect((await page(`/referrals/${other}/family-plan`)).status).toBe(200)
  })

  test('a teacher keeps no rules', async () => {
    await expect(addMinorRule.perform(story.being('joan'), rule)).rejects.toThrow(new Problem('not_allowed'))
    await expect(approveMinorRule.perform(story.being('maya'), { ruleId, ...approval })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })
})
