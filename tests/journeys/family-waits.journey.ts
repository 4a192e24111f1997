import { families } from '../riverside/families.ts'
import { answers, presses, reads, sees, unfolds } from './steps/page.ts'
import { aVisitIsArranged } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { sofia } = families

async function whenAMotherAsksToWait({ enter, accessible }: Stage) {
  const carmen = await enter('carmen')
  await carmen.goto('/family/plan?lang=en')
  await unfolds(carmen, 'We want to wait a while')
  await reads(carmen, /You need no reason\. No one calls you in that time\./)
  await accessible(carmen)
  await answers(carmen, 'How long?', 'Two weeks')
  await presses(carmen, 'Wait for us')
  await sees(carmen, 'You asked us to wait')
  await accessible(carmen)
}

async function thenNobodyIsAskedToCallHer({ enter, accessible }: Stage, referralId: string) {
  const maya = await enter('maya')
  await maya.goto('/messages')
  await reads(maya, 'A family said something on its own page.')
  await maya.goto('/today?show=everything')
  await sees(maya, 'Today')
  if ((await maya.getByText('Remind the family of the visit').count()) > 0)
    throw new Error('The family that waits is reminded')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Paused until/)
  await maya.goto(`/students/${sofia.id}/family`)
  await reads(maya, /Asked to wait until/)
  await reads(maya, 'A no needs no reason, and nothing further is asked of the family then.')
  await accessible(maya)
}

async function andSheGoesOnWhenSheWantsTo({ enter, accessible }: Stage, referralId: string) {
  const carmen = await enter('carmen')
  await carmen.goto('/family/plan?lang=en')
  await presses(carmen, 'Go on now')
  await reads(carmen, 'We want to wait a while')
  await accessible(carmen)
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /The family asks for another time/)
}

journey(
  'A mother asks to wait without a reason; nobody is asked to call her until she goes on [R354]',
  async (stage) => {
    const { referralId } = await aVisitIsArranged(stage, 'sofia', '2026-10-15')
    await whenAMotherAsksToWait(stage)
    await thenNobodyIsAskedToCallHer(stage, referralId)
    await andSheGoesOnWhenSheWantsTo(stage, referralId)
  },
)
