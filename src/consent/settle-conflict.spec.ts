import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCaregiver } from '#people/add-caregiver.ts'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { recordConsent } from './record-consent.ts'
import { settleConflict } from './settle-conflict.ts'

let story: Story
let referralId: string
let fathers: string[]
let other: string | undefined
beforeAll(async () => {
  story = await referralStory()
  referralId = await story.decide('theo')
  await story.choose(referralId)
  const { caregiverId } = story.must(
    await addCaregiver.perform(story.being('maya'), {
      studentId: families.theo.id,
      name: 'Karl Brandt',
      phone: '555-0198',
      language: 'en',
      interpreter: 'no',
      contactRule: 'any',
      relationship: 'father',
      authority: 'may_consent',
    }),
  )
  ;[other] = await story.answer(referralId, 'theo', { participation: 'yes' })
  story.clock.set(new Date(story.clock.now().getTime() + 60_000))
  await story.answer(referralId, 'theo', { referral_disclosure: 'yes' })
  story.clock.set(new Date(story.clock.now().getTime() + 60_000))
  const said = { ...byPhone('theo'), caregiverId, answers: { referral_disclosure: 'no' } }
  fathers = story.must(await recordConsent.perform(story.being('maya'), { referralId, ...said })).consentIds
})
afterAll(() => story.close())

const mothers = async () => {
  const { rows } = await story.admin.query<{ id: string }>(
    `select id from consent where referral_id = $1 and grantor_name = 'Dana Brandt' order by given_at desc limit 1`,
    [referralId],
  )
  return rows[0]?.id as string
}
const settle = async (key: Parameters<Story['being']>[0], consentId: string, scope = 'referral_disclosure') =>
  settleConflict.perform(story.being(key), { referralId, scope, consentId, because: 'order_names_one' })

describe('Two caregivers who differ', () => {
  test('let nothing leave, and the page names both and asks for a decision', async () => {
    await expect(story.send(referralId)).rejects.toThrow('Refused: consent_conflicting')
    const pages = await pagesOf(story)
    const { html } = await pages.get('maya', `/referrals/${referralId}/consents`)
    expect(html).toContain('Two answers differ')
    expect(html).toContain('Karl Brandt, father: No')
    expect(html).toContain('Dana Brandt, mother: Yes')
    const list = await pages.get('maya', '/consents')
    expect(list.html).toMatch(/aria-current="true"[^>]*>Two answers differ 1</)
    expect(list.html).toContain('Theo')
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('are nobody’s to decide but those who ask families, at their own school', async () => {
    await expect(settle('joan', await mothers())).rejects.toThrow(new Problem('not_allowed'))
    await expect(settle('jonah', await mothers())).rejects.toThrow(new Problem('not_found'))
  })

  test('are decided with who and why, and what was decided counts from then on', async () => {
    expect(await settle('maya', await mothers(), 'participation')).toEqual({
      done: false,
      because: ['not_conflicting'],
    })
    await expect(settle('maya', referralId)).rejects.toThrow(new Problem('not_found'))
    expect(await settle('maya', other as string)).toEqual({ done: false, because: ['not_between'] })
    expect((await settle('lucia', await mothers())).done).toBe(true)
    const { rows } = await story.admin.query(
      'select scope, because, decided_by from consent_settlement where referral_id = $1',
      [referralId],
    )
    expect(rows).toMatchObject([{ scope: 'referral_disclosure', because: 'order_names_one' }])
    expect(await story.trail()).toContain('student_support_head: consent.settled')
    expect(await settle('maya', fathers[0] as string)).toEqual({ done: false, because: ['not_conflicting'] })
    expect((await story.send(referralId)).packetId).toBeDefined()
  })
})
