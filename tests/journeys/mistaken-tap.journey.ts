import { answers, follows, picks, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const inOneHand = { width: 320, height: 640 }

async function whenKarenPressesCrisisByMistake({ enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const karen = await enter('karen')
  await karen.setViewportSize(inOneHand)
  await follows(karen, 'Crisis')
  await presses(karen, 'Start the incident')
  await presses(karen, 'An adult stays with the student')
  await reads(karen, 'An adult stays with the student')
}

async function andRuthHasIt({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.setViewportSize(inOneHand)
  await ruth.goto('/crisis')
  await ruth.locator('a[href^="/crisis/incidents/"]').first().click()
  await presses(ruth, 'I have it')
  await reads(ruth, 'Ruth Halvorsen has this incident.')
  await sees(ruth, 'It was no crisis of a student of this school')
  await unfolds(ruth, 'It was opened by mistake')
  await accessible(ruth)
}

async function whoSaysSoAndNamesASecondPerson({ enter }: Stage) {
  const ruth = await enter('ruth')
  await types(ruth, /How was it opened/, 'Karen meant to open the list, and the class is with her.')
  await presses(ruth, 'It was a mistake')
  await reads(ruth.getByRole('alert'), /Something was recorded already/)
  await picks(ruth, /^Who looks at it with you/, 'Helen Park')
  await presses(ruth, 'It was a mistake')
  await reads(ruth, 'Whether it was a mistake waits for Helen Park. Until then it goes on.')
  await reads(ruth, 'Ruth Halvorsen has this incident.')
}

async function thenHelenAgreesAndItEnds({ enter, accessible }: Stage) {
  const helen = await enter('helen')
  await helen.goto('/crisis')
  await helen.locator('a[href^="/crisis/incidents/"]').first().click()
  await sees(helen, 'You were asked whether this was a mistake')
  await accessible(helen)
  await answers(helen, 'What did you find?', 'Nobody was in danger: it was a mistake')
  await types(helen, 'How do you know?', 'I was in the room.')
  await presses(helen, 'Say what you found')
  await reads(helen, /Opened by mistake: nobody was in danger. Ended/)
  await accessible(helen)
}

async function andItIsNobodysCrisisInTheFigures({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/crisis/figures')
  await reads(ruth, 'No incident.')
  await reads(ruth, 'Opened by mistake: nobody was in danger: 1')
  await accessible(ruth)
}

journey(
  'A crisis is opened by mistake: the lead says so, a second person agrees, and it is nobody’s crisis',
  async (stage) => {
    await whenKarenPressesCrisisByMistake(stage)
    await andRuthHasIt(stage)
    await whoSaysSoAndNamesASecondPerson(stage)
    await thenHelenAgreesAndItEnds(stage)
    await andItIsNobodysCrisisInTheFigures(stage)
  },
)
