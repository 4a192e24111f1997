import { expect } from 'vitest'
import { presses, reads, sees, unfolds } from './steps/page.ts'
import { until } from '../support/until.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const notAlone = 'An adult stays with the student'

/** Without scripts the link of the page shows the same. */
async function looksAgain({ scripts, enter }: Stage, key: 'karen' | 'ruth') {
  if (scripts) return
  const page = await enter(key)
  await page.getByRole('link', { name: 'Show what others wrote' }).click()
}

async function givenTwoHaveOneIncidentOpen({ enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const karen = await enter('karen')
  await karen.goto('/crisis')
  await presses(karen, 'Start the incident')
  await sees(karen, 'Student not named yet')
  const ruth = await enter('ruth')
  await ruth.goto(karen.url())
  await sees(ruth, 'You were told. Say that you have it.')
}

async function whatOneTapsAppearsAtTheOther(stage: Stage) {
  const karen = await stage.enter('karen')
  await presses(await stage.enter('ruth'), 'I have it')
  await looksAgain(stage, 'karen')
  await reads(karen, 'Ruth Halvorsen has this incident.')
  await stage.accessible(karen)
}

/** Both read the page before either presses. */
async function ofTheSameTapOneStands(stage: Stage) {
  const pages = [await stage.enter('karen'), await stage.enter('ruth')]
  for (const page of pages) await page.getByRole('button', { name: notAlone }).waitFor()
  await Promise.all(pages.map((page) => presses(page, notAlone)))
  for (const page of pages) {
    await reads(page.locator('.script'), notAlone)
    await page.waitForLoadState()
    expect(await page.locator('.script').getByText(notAlone).count()).toBe(1)
  }
}

async function andNobodyLosesWhatTheyType(stage: Stage) {
  const [karen, ruth] = [await stage.enter('karen'), await stage.enter('ruth')]
  const where = karen.getByLabel(/Where\?/)
  // A part that moved a moment ago takes no press: a hand presses again, and so does this one.
  await until(async () => {
    if (!(await where.isVisible())) await unfolds(karen, '10. Student and place')
    return where.isVisible()
  })
  await karen.getByLabel(/Where\?/).fill('Room 114')
  await presses(ruth, 'I do: Stays with the student')
  if (stage.scripts) {
    await reads(karen.locator('.script'), 'Stays with the student: Ruth Halvorsen')
    await reads(karen, /Somebody else wrote something down/)
  }
  expect(await karen.getByLabel(/Where\?/).inputValue()).toBe('Room 114')
}

async function andWhoeverIsSignedOutSeesNoMoreOfIt(stage: Stage) {
  const [karen, ruth] = [await stage.enter('karen'), await stage.enter('ruth')]
  const other = await karen.context().newPage()
  await other.goto('/account')
  await other.getByRole('button', { name: 'Sign out' }).first().click()
  await other.waitForURL('**/sign-in*')
  await presses(ruth, 'I do: Tells the caregiver')
  if (stage.scripts)
    await karen
      .getByRole('link', { name: /Sign in/ })
      .first()
      .waitFor()
  else await karen.reload()
  expect(await karen.getByText('Room 114').count()).toBe(0)
  expect(await karen.locator('.script').count()).toBe(0)
}

journey('Two people on one incident see each other’s steps as they are written', async (stage) => {
  await givenTwoHaveOneIncidentOpen(stage)
  await whatOneTapsAppearsAtTheOther(stage)
  await ofTheSameTapOneStands(stage)
  await andNobodyLosesWhatTheyType(stage)
  await andWhoeverIsSignedOutSeesNoMoreOfIt(stage)
})
