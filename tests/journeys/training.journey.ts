import { answers, follows, picks, presses, reads, sees, ticks, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenTheDistrictRequiresATraining({ enter, at, accessible }: Stage) {
  at('2026-10-12T16:00:00Z')
  const yolanda = await enter('yolanda')
  await yolanda.goto('/training')
  await reads(yolanda, 'No training is required yet')
  await follows(yolanda, 'What the district requires')
  await reads(yolanda, 'Nobody is held to it. The sample below is a beginning.')
  await types(yolanda, 'Months it holds', '12')
  await presses(yolanda, 'Publish it')
  await reads(yolanda, 'Sample: not approved for use')
  await accessible(yolanda)
  await yolanda.goto('/training/due?topic=rubric')
  await ticks(yolanda, /^Ruth Halvorsen/)
  await presses(yolanda, 'Record it')
  await ticks(yolanda, /^Daniel Reyes/)
  await types(yolanda, 'Day of the training', '2025-10-10')
  await presses(yolanda, 'Record it')
  await reads(yolanda, /^Ended /)
  await accessible(yolanda)
}

async function whenALapsedCounselorIsInACrisis({ enter, at, accessible }: Stage) {
  at('2026-10-13T20:30:00Z')
  const daniel = await enter('daniel')
  await daniel.goto('/today')
  await follows(daniel, '1 training of yours is due: see whom to ask.')
  await reads(daniel, /Run the rubric in a crisis\. Ended /)
  await accessible(daniel)
  await follows(daniel, 'Crisis')
  await presses(daniel, 'Start the incident')
  await presses(daniel, 'An adult stays with the student')
  await reads(daniel, 'An adult stays with the student')
  for (const role of ['Stays with the student', 'Tells the caregiver', 'Writes it down', 'Plans the return'])
    await presses(daniel, `I do: ${role}`)
  await sees(daniel, '5. Call what the level says')
  await unfolds(daniel, '4. Run the rubric')
  await reads(daniel, /Somebody trained runs the rubric\. Go on with everything else/)
  await reads(daniel, /Asked at .*Ruth Halvorsen/)
  await reads(daniel, /Your training for this ended .*Run the rubric in a crisis/)
  await accessible(daniel)
}

async function andTheLeadKnowsAndHasHimTrained({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/today')
  await reads(ruth, /You were asked to run the rubric in a crisis/)
  await ruth.goto('/training/due?topic=rubric')
  await ticks(ruth, /^Daniel Reyes/)
  await presses(ruth, 'Record it')
  await reads(ruth, 'Recorded lately')
  await accessible(ruth)
}

async function thenHeRunsIt({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/crisis')
  await daniel.locator('a[href^="/crisis/incidents/"]').first().click()
  await sees(daniel, '4. Run the rubric')
  await answers(daniel, /Is somebody hurt/, 'Not sure')
  await answers(daniel, /What did the student say/, 'Something that worries me')
  await answers(daniel, /Can the student stay/, 'Yes')
  await answers(daniel, /What is different today/, /A hard day/)
  await presses(daniel, 'Show the level')
  await reads(daniel, 'Level: Moderate')
  await accessible(daniel)
}

async function andTheReportSaysHowFarItCame({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/training')
  await reads(ruth, /Run the rubric in a crisis: version 1, holds 12 months/)
  await picks(ruth, /^School$/, 'Alder Creek Middle School')
  await picks(ruth, /^Grade$/, '7')
  await picks(ruth, 'What it was about', 'What to do when somebody is in danger')
  await types(ruth, 'How many were invited?', '60')
  await types(ruth, 'How many were there?', '61')
  await presses(ruth, 'Record the session')
  await reads(ruth, 'Not more than were invited.')
  await types(ruth, 'How many were there?', '54')
  await presses(ruth, 'Record the session')
  await reads(ruth, '90 %')
  await accessible(ruth)
}

journey(
  'Whoever is not trained keeps to the rest of a crisis, and somebody trained is asked',
  async (stage) => {
    await givenTheDistrictRequiresATraining(stage)
    await whenALapsedCounselorIsInACrisis(stage)
    await andTheLeadKnowsAndHasHimTrained(stage)
    await thenHeRunsIt(stage)
    await andTheReportSaysHowFarItCame(stage)
  },
)
