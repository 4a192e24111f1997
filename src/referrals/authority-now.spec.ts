import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { sendReferral } from './send-referral.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

/** Facts of the student system, as its next file would bring them. */
const change = (text: string, values: unknown[]) =>
  story.admin
    .query('begin; set local session_replication_role = replica')
    .then(() => story.admin.query(text, values))
    .then(() => story.admin.query('commit'))
const send = (referralId: string) =>
  sendReferral.perform(story.being('maya'), { referralId, caregiverPresent: 'yes' })
const said = async (family: FamilyKey) => {
  const referralId = await story.decide(family)
  await story.choose(referralId)
  await story.answer(referralId, family, { referral_disclosure: 'yes' })
  return referralId
}

test.each(['authority', 'ended_on'] as const)(
  'a yes sends nothing once whoever said it may not say it any more: %s',
  async (column) => {
    const family = column === 'authority' ? 'sofia' : 'mateo'
    const referralId = await said(family)
    const value = column === 'authority' ? 'may_not_consent' : '2026-10-01'
    const text = `update guardianship set ${column} = $1 where student_id = $2 and caregiver_id = $3`
    const [caregiver] = families[family].caregivers
    await change(text, [value, families[family].id, caregiver?.id])
    expect(await send(referralId)).toMatchObject({ done: false, because: ['grantor_may_not'] })
    await change(text, [column === 'authority' ? 'may_consent' : null, families[family].id, caregiver?.id])
    expect(await send(referralId)).toMatchObject({ done: true })
  },
)

test('from 18 on no parent answers for a student, who answers alone', async () => {
  const referralId = await story.decide('kayla')
  await story.choose(referralId)
  await change(`update student set born_on = '2008-10-13' where id = $1`, [families.kayla.id])
  const answers = { referral_disclosure: 'yes' }
  const asked = { referralId, ...byPhone('kayla'), answers }
  expect(await recordConsent.perform(story.being('maya'), asked)).toMatchObject({
    because: ['adult_student'],
  })
  const { caregiverId: _, ...alone } = asked
  const own = { ...alone, grantorKind: 'student' }
  expect(await recordConsent.perform(story.being('maya'), own)).toMatchObject({ done: true })
})
