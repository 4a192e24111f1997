import { expect } from 'vitest'
import { answers, follows, picks, presses, reads, sees, types } from './steps/page.ts'
import { aReferralIsSent } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function whenTheFamilyHasNoWayThere({ enter, accessible }: Stage, referralId: string) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await follows(maya, /Practical help: ask for a ride/)
  await sees(maya, 'Practical help')
  await reads(maya, 'Nothing was asked for yet.')
  await presses(maya, 'Ask for it')
  await reads(maya, 'Choose what is needed')
  await accessible(maya)
  await picks(maya, 'What is needed', 'A way there')
  await types(maya, 'Settled by', '2026-10-14')
  await presses(maya, 'Ask for it')
  await sees(maya, 'A way there')
  await reads(maya, 'Not yet')
  await accessible(maya)
}

async function thenItIsOwedUntilItWasArrangedAndGiven({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto('/today')
  await reads(maya, 'Practical help: A way there')
  await maya
    .getByRole('listitem')
    .filter({ hasText: 'Practical help: A way there' })
    .getByRole('link')
    .last()
    .click()
  await sees(maya, 'A way there')
  await answers(maya, 'How it ended', 'It was given')
  await presses(maya, 'Save how it ended')
  await reads(maya, /First say how it was arranged/)
  await accessible(maya)
  await types(maya, 'How it was arranged', 'The district van. Ask for Benny.')
  await presses(maya, 'It is arranged')
  await reads(maya, /The district van\. Ask for Benny\. \(Maya Okafor/)
  await answers(maya, 'How it ended', 'It was given')
  await presses(maya, 'Save how it ended')
  await reads(maya, /It was given \(Maya Okafor/)
  await accessible(maya)
  await maya.goto('/today')
  await sees(maya, 'Today')
  expect(await maya.getByText('Practical help: A way there').count()).toBe(0)
}

async function andTheLeadReadsWhatNavigatorsCarry({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/reviews')
  await follows(ruth, 'What each navigator carries')
  await sees(ruth, 'Caseloads')
  await reads(ruth, 'Maya Okafor')
  await accessible(ruth)
}

journey('A family without a ride gets one, and until then it is owed by somebody', async (stage) => {
  const { referralId } = await aReferralIsSent(stage, 'kayla', 'cedarStreet')
  await whenTheFamilyHasNoWayThere(stage, referralId)
  await thenItIsOwedUntilItWasArrangedAndGiven(stage)
  await andTheLeadReadsWhatNavigatorsCarry(stage)
})
