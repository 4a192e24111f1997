import { expect } from 'vitest'
import { sees, follows, presses, reads, answers } from './steps/page.ts'
import { answeredTo } from './steps/family.ts'
import { nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const felix = nameOf('felix')
const agency = 'Cedar Street'
let referralId = ''

async function givenMotherAndFatherDiffer({ before, at }: Stage) {
  const walk = before('felix').at(new Date('2026-10-13T16:00:00Z'))
  await walk.raise('Sits alone since his parents moved apart.')
  await walk.decide('b')
  await walk.talk()
  await walk.consent()
  const no = { referral_disclosure: 'no', status_feedback: 'no', safety_signals: 'no' } as const
  await walk.at(new Date('2026-10-13T18:00:00Z')).consent(no, '2027-06-30', walk.family.caregivers[1])
  referralId = walk.referralId
  at('2026-10-13T20:30:00Z')
}

async function thenTheWorklistShowsIt({ enter, accessible }: Stage) {
  const jonah = await enter('jonah')
  await jonah.goto('/consents')
  await reads(jonah, /Nothing crosses until a person decides whose answer counts/)
  await accessible(jonah)
  await follows(jonah, felix)
  await sees(jonah, 'Two answers differ')
  await accessible(jonah)
}

async function andNothingCanBeSent({ enter, accessible }: Stage) {
  const jonah = await enter('jonah')
  await jonah.goto(`/referrals/${referralId}/handoff`)
  await jonah.getByRole('button', { name: `Send to ${agency}`, disabled: true }).waitFor()
  await accessible(jonah)
}

async function andNeitherReadsWhatTheOtherSaid(stage: Stage) {
  for (const [key, other] of [
    ['claire', 'Andre'],
    ['andre', 'Claire'],
  ] as const) {
    const page = await stage.enter(key)
    await page.goto('/family')
    await reads(page, 'Nothing is shared yet. The school is still talking with the family.')
    expect((await answeredTo(stage, key)).join()).not.toMatch(new RegExp(`${other}|555-02|differ`))
    await stage.accessible(page)
  }
}

async function whenJonahDecidesByTheOrder({ enter, accessible }: Stage) {
  const jonah = await enter('jonah')
  await jonah.goto(`/referrals/${referralId}/consents`)
  await presses(jonah, 'Decide')
  await reads(jonah, 'Say why this answer counts')
  await accessible(jonah)
  await answers(jonah, 'Whose answer counts?', /Claire Moreau, mother: Yes/)
  await answers(jonah, 'Why?', 'A court order names who decides')
  await presses(jonah, 'Decide')
  await reads(jonah, /the answer of Claire Moreau counts\. A court order names who decides/)
  await accessible(jonah)
}

async function thenItGoes({ enter }: Stage) {
  const jonah = await enter('jonah')
  await jonah.goto(`/referrals/${referralId}/handoff`)
  await answers(jonah, 'Is the caregiver there now?', /^Yes/)
  await presses(jonah, `Send to ${agency}`)
  await reads(jonah, /Sent/)
  const claire = await enter('claire')
  await claire.goto('/family')
  await reads(claire, /The school told Cedar Street Family Clinic/)
}

journey(
  'Mother and father differ: nothing leaves until somebody decides whose answer counts',
  async (stage) => {
    await givenMotherAndFatherDiffer(stage)
    await thenTheWorklistShowsIt(stage)
    await andNothingCanBeSent(stage)
    await andNeitherReadsWhatTheOtherSaid(stage)
    await whenJonahDecidesByTheOrder(stage)
    await thenItGoes(stage)
  },
)
