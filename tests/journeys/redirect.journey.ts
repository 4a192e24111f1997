import { declines, opensThePacket } from './steps/agency.ts'
import { asksForConsent, saysWhoTalks, sendsWithTheCaregiverThere } from './steps/handoff.ts'
import { answers, follows, presses, reads, sees } from './steps/page.ts'
import { aReferralIsSent, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const lena = nameOf('lena')
let referralId = ''

async function givenAReferralWasSentToNorthbank(stage: Stage) {
  referralId = (await aReferralIsSent(stage, 'lena', 'northbank')).referralId
}

async function whenNorthbankHasNoRoom({ at, enter, accessible }: Stage) {
  at('2026-10-14T18:00:00Z')
  const farah = await enter('farah')
  await opensThePacket(farah, lena)
  await declines(farah, 'No room now')
  await accessible(farah)
}

async function whenMayaPassesItToCedarStreet({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await accessible(maya)
  await follows(maya, 'Choose another agency')
  await sees(maya, /^Pass referral/)
  await reads(maya, 'The agency said: no room now.')
  await accessible(maya)
  await answers(maya, 'To which agency?', /^Cedar Street/)
  await presses(maya, 'Pass it on')
  await sees(maya, 'Warm handoff to Cedar Street')
}

async function thenItCannotGoWithoutANewConsent({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.getByRole('button', { name: 'Send to Cedar Street', disabled: true }).waitFor()
  await reads(maya, 'Ask question 1')
  await accessible(maya)
}

async function whenTheFamilyAgreesAgain({ enter }: Stage) {
  const maya = await enter('maya')
  await saysWhoTalks(maya, {})
  await asksForConsent(maya, ['Yes', 'Yes', 'No', 'Yes'], { witness: 'Ines Duarte' })
  await sendsWithTheCaregiverThere(maya, 'Cedar Street')
  await reads(maya, /^Sent .* through Cedar Street/)
}

async function thenTheFirstDateIsKept({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await follows(maya, lena)
  await reads(maya, /Every clock still counts from .*Oct\s13/)
  await accessible(maya)
  const noor = await enter('noor')
  await noor.goto('/inbox')
  await reads(noor, 'New referrals (1)')
  await reads(noor, lena)
}

journey(
  'An agency has no room: another is asked, with a consent of its own, and the first date is kept',
  async (stage) => {
    await givenAReferralWasSentToNorthbank(stage)
    await whenNorthbankHasNoRoom(stage)
    await whenMayaPassesItToCedarStreet(stage)
    await thenItCannotGoWithoutANewConsent(stage)
    await whenTheFamilyAgreesAgain(stage)
    await thenTheFirstDateIsKept(stage)
  },
)
