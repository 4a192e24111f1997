import { families } from '../riverside/families.ts'
import { answers, follows, picks, presses, reads, sees, ticks, types } from './steps/page.ts'
import { aReferralIsSent } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const page = `/students/${families.kayla.id}/family`

async function givenTheFamilyTellsOfItsDays({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/students/${families.kayla.id}`)
  await follows(maya, 'The family')
  await sees(maya, 'The family')
  await reads(maya, 'Nobody has asked yet.')
  await reads(maya, 'Shown only where the family says so. It has not.')
  await accessible(maya)
  await ticks(maya, 'Work keeps nobody', 'Evenings')
  await presses(maya, 'Keep this')
  await reads(maya, 'Choose either that work keeps nobody, or when it does.')
  await accessible(maya)
  await maya.goto(page)
  await ticks(maya, 'Evenings')
  await picks(maya, 'How do they get to a visit?', 'There is no way yet')
  await presses(maya, 'Keep this')
  await reads(maya, /Written down by Maya Okafor/)
  await accessible(maya)
}

async function whenSomethingIsNeededAtHome({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(page)
  await picks(maya, 'What is needed', 'Food')
  await types(maya, 'See to it by', '2026-10-20')
  await presses(maya, 'Write it down')
  await reads(maya, /Maya Okafor sees to it by/)
  await accessible(maya)
  await maya.goto('/today?show=everything')
  await reads(maya, 'A family needs something at home: Food')
}

async function thenBarriersAreSuggestedAndOneIsSaidToStand({ enter, accessible }: Stage, referralId: string) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/practical-help`)
  await reads(maya, 'What may stand in the way')
  await reads(maya, 'The family has no way there.')
  await reads(maya, 'Something is needed at home first.')
  await accessible(maya)
  await ticks(maya, /^Transportation/)
  await presses(maya, 'These stand in the way')
  await sees(maya, 'Practical help')
  await maya.goto(`/referrals/${referralId}#barriers`)
  await reads(maya, 'Transportation')
}

async function andAFamilyThatSaysNoIsAskedForNoReason({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto(page)
  await presses(grace, 'I see to it')
  await reads(grace, /Grace .* sees to it by/)
  await answers(grace, 'How it ended: Food', 'The family said no')
  await presses(grace, 'Save how it ended')
  await reads(grace, /The family said no, /)
  await accessible(grace)
}

journey(
  'A family tells of its days and of what it needs; barriers are suggested, and its no needs no reason',
  async (stage) => {
    const { referralId } = await aReferralIsSent(stage, 'kayla', 'cedarStreet')
    await givenTheFamilyTellsOfItsDays(stage)
    await whenSomethingIsNeededAtHome(stage)
    await thenBarriersAreSuggestedAndOneIsSaidToStand(stage, referralId)
    await andAFamilyThatSaysNoIsAskedForNoReason(stage)
  },
)
