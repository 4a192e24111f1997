import { expect } from 'vitest'
import { answers, follows, picks, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const inOneHand = { width: 320, height: 640 }
const [theo, zoe] = [nameOf('theo'), nameOf('zoe')]
let [wrong, right] = ['', '']

async function givenJoanBeginsAnIncident({ enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const joan = await enter('joan')
  await joan.setViewportSize(inOneHand)
  await follows(joan, 'Crisis')
  await presses(joan, 'Start the incident')
  await presses(joan, 'An adult stays with the student')
  await reads(joan, 'An adult stays with the student')
  wrong = new URL(joan.url()).pathname
}

async function whichRuthNamesForTheWrongStudent({ enter }: Stage) {
  const ruth = await enter('ruth')
  await ruth.setViewportSize(inOneHand)
  await ruth.goto(wrong)
  await presses(ruth, 'I have it')
  await unfolds(ruth, '10. Student and place')
  await types(ruth, 'Find the student', theo)
  await presses(ruth, 'Find the student')
  await presses(ruth, `It is ${theo}`)
  await sees(ruth, theo)
}

async function whenSheSaysWhoItIs({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await unfolds(ruth, 'It is about another student')
  await types(ruth, 'Find the right student', zoe)
  await presses(ruth, 'Find the right student')
  await answers(ruth, 'Who is it?', zoe)
  await answers(ruth, 'How did it come about?', 'One student was taken for another')
  await accessible(ruth)
  await presses(ruth, 'Go on with this student')
  await reads(ruth.getByRole('alert'), /Something was recorded already/)
  await answers(ruth, 'Who is it?', zoe)
  await picks(ruth, /^Who looks at it with you/, 'Helen Park')
  await presses(ruth, 'Go on with this student')
  await reads(ruth, 'Whether it is about another student waits for Helen Park. Until then it goes on here.')
  await reads(ruth, 'Ruth Halvorsen has this incident.')
}

async function andHelenAgrees({ enter, accessible }: Stage) {
  const helen = await enter('helen')
  await helen.goto(wrong)
  await sees(helen, 'You were asked whether this is about another student')
  await reads(helen, `It was said to be about ${zoe}. One student was taken for another.`)
  await accessible(helen)
  await answers(helen, 'What did you find?', 'It is about another student')
  await types(helen, 'How do you know?', 'I see her every week.')
  await presses(helen, 'Say what you found')
  await sees(helen, 'Entered for the wrong student')
  await accessible(helen)
}

async function thenItGoesOnWithTheRightOne({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  await joan.goto(wrong)
  await sees(joan, 'Entered for the wrong student')
  expect(await joan.getByText(theo).count()).toBe(0)
  await follows(joan, 'Open the incident where it goes on')
  right = new URL(joan.url()).pathname
  expect(right).not.toBe(wrong)
  await reads(joan.locator('.script'), 'An adult stays with the student')
  const ruth = await enter('ruth')
  await ruth.goto('/today')
  await reads(ruth, 'A crisis you were told of is about another student. Read it again.')
  await ruth.goto(right)
  await sees(ruth, zoe)
  await reads(ruth, 'Ruth Halvorsen has this incident.')
  expect(await ruth.getByText('Dana Brandt').count()).toBe(0)
  await accessible(ruth)
}

journey(
  'An incident was named for the wrong student: the lead says so, a second person agrees, and it goes on with the right one',
  async (stage) => {
    await givenJoanBeginsAnIncident(stage)
    await whichRuthNamesForTheWrongStudent(stage)
    await whenSheSaysWhoItIs(stage)
    await andHelenAgrees(stage)
    await thenItGoesOnWithTheRightOne(stage)
  },
)
