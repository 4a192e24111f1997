import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { cast } from '../riverside/cast.ts'
import { follows, presses, reads, sees } from './steps/page.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'
import { leaveWindow, takeWindow } from './support/windows.ts'

const notAlone = 'An adult stays with the student'
const later = ({ clock }: Stage, minutes: number) =>
  clock.set(new Date(clock.now().getTime() + minutes * 60_000))
const kept = async ({ admin }: Stage) =>
  (
    await admin.query<{ happened: Date; entered: Date }>(
      'select happened_at as happened, entered_at as entered from crisis_entry',
    )
  ).rows.map(({ happened, entered }) => [happened.toISOString(), entered.toISOString()])

/** A long call: the session ends before they press. They sign in from the page that says so. */
async function pressesAfterTheSession(stage: Stage, page: Page, button: string) {
  later(stage, 16)
  await presses(page, button)
  await page.getByRole('link', { name: 'Danger now' }).first().waitFor()
  await reads(page, /It is written down for the moment you pressed now/)
  later(stage, 2)
  await follows(page, 'Sign in')
  await presses(page, cast.joan.name)
}

async function anIncidentBegins(stage: Stage, page: Page) {
  await page.goto('/sign-in')
  await presses(page, cast.joan.name)
  await page.goto('/crisis')
  await pressesAfterTheSession(stage, page, 'Start the incident')
  await reads(
    page,
    'You were signed out when you pressed at 13:46. Press again: the incident begins at that time.',
  )
  await presses(page, 'Start the incident')
  await sees(page, 'Student not named yet')
  await reads(page, 'since 13:46')
}

async function andAStepIsTaken(stage: Stage, page: Page) {
  await pressesAfterTheSession(stage, page, notAlone)
  await reads(page, /You were signed out when you pressed at 14:04\. Press it again/)
  await presses(page, notAlone)
  await reads(page.locator('.script'), notAlone)
  expect(await kept(stage)).toEqual([['2026-10-13T21:04:00.000Z', '2026-10-13T21:06:00.000Z']])
  expect(await page.getByText('You were signed out when you pressed').count()).toBe(0)
}

journeyOfBoth(
  'A press that meets an ended session without scripts keeps the moment it was pressed, through the sign-in',
  async (stage) => {
    stage.at('2026-10-13T20:30:00Z')
    const window = { address: stage.address, scripts: false }
    const page = await takeWindow(window)
    await anIncidentBegins(stage, page)
    await andAStepIsTaken(stage, page)
    await leaveWindow(window, page)
  },
  120_000,
)
