import { picks, presses, reads, ticks, types } from './steps/page.ts'
import { aReferralIsSent } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenTheFamilyTurnsToSomebodyOutsideTheDirectory(
  { enter, accessible }: Stage,
  referralId: string,
) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/outside`)
  await reads(maya, 'Nobody outside the directory was named')
  await accessible(maya)
  await types(maya, 'What the provider is called', 'Harbor Counseling')
  await types(maya, 'Phone', '555-0199')
  await picks(maya, 'What is asked for', 'Group')
  await types(maya, 'You call back on', '2026-10-15')
  await presses(maya, 'Write it down')
  await reads(maya, 'Harbor Counseling')
  await reads(maya, /Call back by/)
}

async function whenACallBackLearnsNothingTheNextDayIsAsked({ enter, accessible }: Stage, referralId: string) {
  const maya = await enter('maya')
  await maya.goto('/today?show=everything')
  await reads(maya, 'Call back about a provider outside the directory')
  await maya.goto(`/referrals/${referralId}/outside`)
  await ticks(maya, 'Nobody answered')
  await presses(maya, 'Save the call')
  await reads(maya, /Give the day on which you call again/)
  await accessible(maya)
  await types(maya, 'Call again on', '2026-10-16')
  await presses(maya, 'Save the call')
  await reads(maya, /Nobody answered/)
}

async function thenWhatWasLearnedByPhoneEndsIt({ enter, accessible }: Stage, referralId: string) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/outside`)
  await ticks(maya, 'The provider has no room')
  await presses(maya, 'Save the call')
  await reads(maya, /The provider has no room, /)
  await reads(maya, 'Name a provider outside the directory')
  await accessible(maya)
}

journey(
  'A family turns to a provider outside the directory, and the navigator calls back until it is known what came of it',
  async (stage) => {
    const { referralId } = await aReferralIsSent(stage, 'kayla', 'cedarStreet')
    await givenTheFamilyTurnsToSomebodyOutsideTheDirectory(stage, referralId)
    await whenACallBackLearnsNothingTheNextDayIsAsked(stage, referralId)
    await thenWhatWasLearnedByPhoneEndsIt(stage, referralId)
  },
)
