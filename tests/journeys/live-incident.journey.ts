import { families } from '../riverside/families.ts'
import { answers, follows, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const danger = 'She wrote that she would not be there tomorrow, and left the building.'
const inOneHand = { width: 320, height: 640 }

async function whenKarenPressesCrisis({ enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const karen = await enter('karen')
  await karen.setViewportSize(inOneHand)
  await follows(karen, 'Crisis')
  await karen.getByRole('link', { name: /^911/ }).first().waitFor()
  await presses(karen, 'Start the incident')
  await sees(karen, 'Student not named yet')
  await presses(karen, 'An adult stays with the student')
  await reads(karen, 'An adult stays with the student')
}

async function andRuthHasItFromHerPhone({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.setViewportSize(inOneHand)
  await ruth.goto('/crisis')
  await ruth.locator('a[href^="/crisis/incidents/"]').first().click()
  await presses(ruth, 'I have it')
  await reads(ruth, 'Ruth Halvorsen has this incident.')
  await accessible(ruth)
  for (const role of ['Stays with the student', 'Tells the caregiver', 'Writes it down', 'Plans the return'])
    await presses(ruth, `I do: ${role}`)
  await sees(ruth, '4. Run the rubric')
  await accessible(ruth)
}

async function thenTheLevelSaysWhomToCall({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await presses(ruth, 'Show the level')
  await reads(ruth, 'Answer each question. In doubt, choose further to the right.')
  await answers(ruth, /Is somebody hurt/, 'Not sure')
  await answers(ruth, /What did the student say/, 'Something that worries me')
  await answers(ruth, /Can the student stay/, 'Yes')
  await answers(ruth, /What is different today/, /A hard day/)
  await presses(ruth, 'Show the level')
  await reads(ruth, 'Level: Moderate')
  await presses(ruth, 'We called: Mobile crisis team')
  await presses(ruth, 'They are on the way')
  await sees(ruth, '6. Tell a caregiver')
  await accessible(ruth)
  await presses(ruth, 'They came')
}

async function andItEndsWithNothingBlank({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await types(ruth, 'Who was told?', 'Rosa Ferrante')
  await presses(ruth, 'A caregiver was told')
  await reads(ruth, 'Choose what it was about.')
  await answers(ruth, 'How?', 'By phone')
  await answers(ruth, 'What was it about?', 'What is being done')
  await presses(ruth, 'A caregiver was told')
  await reads(ruth.locator('.script'), /Rosa Ferrante/)
  await answers(ruth, '7. Tell the clinician who treats the student', /Nobody is known/)
  await presses(ruth, 'Write it down')
  await presses(ruth, 'I looked at the duty to report')
  await answers(ruth, 'Where is the student now?', 'At home, with a caregiver')
  await types(ruth, 'To whom, and what were they told?', 'Rosa Ferrante, with the plan for tonight')
  await presses(ruth, 'Hand over')
  await sees(ruth, '10. Student and place')
  await unfolds(ruth, '11. Close the record')
  await reads(ruth, 'Who is it? The student is not named yet.')
  await types(ruth, 'Find the student', 'Gia')
  await presses(ruth, 'Find the student')
  await presses(ruth, /It is Gia/)
  await sees(ruth, /Gia Ferrante/)
  await unfolds(ruth, '11. Close the record')
  await reads(ruth, 'Others were told without consent. What was the danger?')
  await types(ruth, 'What was the danger?', danger)
  await presses(ruth, 'Keep it')
  await types(ruth, /Where\?/, 'Room 114')
  await answers(ruth, 'On school premises?', 'Yes')
  await answers(ruth, 'How did it become known?', 'Another student said it')
  await presses(ruth, 'Save')
  await presses(ruth, 'Close the record')
  await reads(ruth, /This incident was closed/)
  await accessible(ruth)
}

async function andWhoWasCalledStandsInTheAccounting({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto('/exceptions')
  await follows(leila, /Gia Ferrante/)
  await reads(leila, danger)
  await reads(leila, 'In a crisis, by the record of the incident.')
  await accessible(leila)
  await answers(leila, 'What do you find?', 'Right, and no more than needed')
  await presses(leila, 'Keep the finding')
  await leila.goto(`/students/${families.gia.id}/accounting`)
  await reads(leila, /School to .*[Cc]risis/)
  await reads(leila, danger)
}

journey('A crisis from the first tap to the last, on a phone in one hand [R097]', async (stage) => {
  await whenKarenPressesCrisis(stage)
  await andRuthHasItFromHerPhone(stage)
  await thenTheLevelSaysWhomToCall(stage)
  await andItEndsWithNothingBlank(stage)
  await andWhoWasCalledStandsInTheAccounting(stage)
})
