import { expect } from 'vitest'
import { answers, follows, picks, presses, reads, sees, ticks, types } from './steps/page.ts'
import { aReferralIsSent, aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenTwoFamiliesAreOnTheirWay(stage: Stage) {
  await aReferralIsSent(stage, 'kayla', 'cedarStreet')
  await aVisitIsArranged(stage, 'mateo', '2026-10-15')
}

async function whenTheTeamBeginsItsReview({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto('/today')
  await reads(maya, /2 open referrals were not reviewed this week/)
  await maya.goto('/reviews')
  await accessible(maya)
  await presses(maya, 'Make the list')
  await reads(maya, 'Choose at least one school.')
  await ticks(maya, 'Alder Creek Middle School')
  await presses(maya, 'Make the list')
  await sees(maya, /Review of Alder Creek/)
  await reads(maya, '0 of 2 marked. 2 left.')
  await accessible(maya)
}

async function andDecidesThatSomebodyCalls({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await follows(maya, 'Go on with Kayla Simmons')
  await sees(maya, nameOf('kayla'))
  await answers(maya, 'What was decided?', 'Somebody does something by a day')
  await presses(maya, 'Save, and go on')
  await reads(maya, 'Choose what is to be done.')
  await accessible(maya)
  await picks(maya, 'What is to be done?', 'Call the family')
  await picks(maya, 'Who does it?', 'Daniel Reyes')
  await types(maya, 'By which day?', '2026-10-15')
  await types(maya, 'In words', 'She works until four.')
  await presses(maya, 'Save, and go on')
  await sees(maya, nameOf('mateo'))
}

async function butEndsBeforeItCameToTheSecond({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await follows(maya, 'The list')
  await reads(maya, '1 of 2 marked. 1 left.')
  await presses(maya, 'End the review')
  await reads(maya, 'Mark who took part.')
  await ticks(maya, 'Maya Okafor', 'Daniel Reyes')
  await presses(maya, 'End the review')
  await reads(maya, 'Daniel Reyes, Maya Okafor')
  await reads(maya, 'Not reviewed')
  await accessible(maya)
  await maya.goto('/today')
  await reads(maya, /1 open referral was not reviewed this week/)
}

async function thenDanielOwesTheCallUntilHeMadeIt({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/today')
  await reads(daniel, 'Decided in a review: call the family')
  await follows(daniel, 'Open it')
  await sees(daniel, 'Call the family')
  await reads(daniel, 'She works until four.')
  await accessible(daniel)
  await answers(daniel, 'How did it end?', 'It is done')
  await presses(daniel, 'Save')
  await reads(daniel, /It is done, Daniel Reyes/)
  await daniel.goto('/today')
  await sees(daniel, 'Today')
  expect(await daniel.getByText('Decided in a review: call the family').count()).toBe(0)
}

journey(
  'A team reviews its open referrals, what it decides is owed by somebody, and what it did not come to is seen',
  async (stage) => {
    await givenTwoFamiliesAreOnTheirWay(stage)
    await whenTheTeamBeginsItsReview(stage)
    await andDecidesThatSomebodyCalls(stage)
    await butEndsBeforeItCameToTheSecond(stage)
    await thenDanielOwesTheCallUntilHeMadeIt(stage)
  },
)
