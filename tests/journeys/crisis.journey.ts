import { expect } from 'vitest'
import { families } from '../riverside/families.ts'
import { answers, picks, presses, reads, sees } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { answersTheChecklist, takesUp } from './steps/triage.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const caleb = nameOf('caleb')

async function givenAConcernWaits({ before, at }: Stage) {
  await before('caleb')
    .at(new Date('2026-10-13T19:00:00Z'))
    .raise('Wrote that he does not want to be here any more.', { urgency: 'today' })
  at('2026-10-13T20:30:00Z')
}

async function whenTheChecklistIndicatesImmediateRisk({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await takesUp(daniel, caleb)
  await answersTheChecklist(daniel, 'c')
  await daniel.waitForURL('**/crisis/incidents/*')
  await sees(daniel, caleb)
  await reads(daniel, 'Stay with the student. They are not left alone.')
  await reads(daniel, /Ruth Halvorsen was told/)
  await accessible(daniel)
}

async function whenDanielDecidesPathC({ enter }: Stage) {
  const daniel = await enter('daniel')
  await daniel.getByRole('link', { name: 'The concern that opened it' }).click()
  await sees(daniel, `Triage for ${caleb}`)
  await answers(daniel, 'Which path does it take?', /Path \(c\)/)
  await answers(daniel, 'Which support tier?', /Tier 3/)
  await picks(
    daniel,
    'Entry criterion that is met',
    '3: A crisis incident is on record and support continues.',
  )
  await picks(daniel, 'Main reason', 'Low mood')
  await presses(daniel, 'Decide the path')
  await daniel.waitForURL('**/crisis/incidents/*')
  await reads(daniel, 'The triage decision that opened it')
}

async function thenRuthHasItAsCrisisLead({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.getByText('Ruth Halvorsen').first().click()
  await answers(ruth, 'You are acting as', /Crisis lead/)
  await presses(ruth, 'Switch')
  await reads(ruth, 'A crisis waits for you')
  await accessible(ruth)
  await ruth.getByRole('link', { name: 'Open the crisis' }).click()
  await sees(ruth, caleb)
  await presses(ruth, 'I have it')
  await reads(ruth, 'Ruth Halvorsen has this incident.')
  await accessible(ruth)
}

async function thenItRestsInNoReferralQueue({ enter }: Stage) {
  const maya = await enter('maya')
  await maya.goto('/referrals')
  await sees(maya, 'Referrals')
  expect(await maya.getByRole('main').innerText()).not.toContain(caleb)
}

async function thenDanielReadsThatSheHasIt({ enter }: Stage) {
  const daniel = await enter('daniel')
  await daniel.reload()
  await reads(daniel, 'Ruth Halvorsen has this incident.')
}

async function andFromTheStudentHerPageItIsAboutHer({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto(`/students/${families.sofia.id}`)
  await daniel.getByRole('link', { name: 'Risk has risen' }).click()
  await reads(daniel, `This is about ${nameOf('sofia')}`)
  await accessible(daniel)
  await presses(daniel, 'Start the incident')
  await daniel.waitForURL('**/crisis/incidents/*')
  await sees(daniel, nameOf('sofia'))
}

journey(
  'An answer indicates immediate risk: the crisis opens at once, and its lead has it [R017]',
  async (stage) => {
    await givenAConcernWaits(stage)
    await whenTheChecklistIndicatesImmediateRisk(stage)
    await whenDanielDecidesPathC(stage)
    await thenRuthHasItAsCrisisLead(stage)
    await thenDanielReadsThatSheHasIt(stage)
    await thenItRestsInNoReferralQueue(stage)
    await andFromTheStudentHerPageItIsAboutHer(stage)
  },
)
