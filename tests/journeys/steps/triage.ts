import type { Page } from '@playwright/test'
import { answers, follows, picks, presses, sees, types } from './page.ts'

/** From the menu: the name, then the form. */
export async function raisesAConcern(page: Page, { about, observed }: { about: string; observed: string }) {
  await page.goto('/concerns/new')
  await types(page, 'Who is it about?', about)
  await presses(page, 'Find the student')
  await follows(page, about)
  await sees(page, `A concern about ${about}`)
  await types(page, 'What did you see or hear?', observed)
  await answers(page, 'How urgent does it feel?', 'This week')
}

export async function takesUp(page: Page, student: string) {
  await page.goto('/concerns')
  await follows(page, student)
  await presses(page, 'Take it up')
  await follows(page, 'Run the checklist')
  await sees(page, `Triage for ${student}`)
}

const calm = {
  'On how many school days': '4 to 6',
  'How much has classwork': 'Clearly',
  'How much school time was missed': 'None, or an hour or two',
  'How are things with classmates': 'Quieter or crosser than usual',
  'When the student was upset': 'Settled with a familiar adult',
  'What has school tried': 'Helped a little',
  'Has the student said, written or shown': 'No',
  'Is anyone worried': 'No',
}
const mild = {
  ...calm,
  'On how many school days': '2 or 3',
  'How much has classwork': 'A little',
  'How are things with classmates': 'As usual',
  'When the student was upset': 'Not upset, or settled alone',
}
const grave = { ...calm, 'Has the student said, written or shown': 'Yes' }
const said = { a: mild, b: calm, c: grave }

/** Answers the checklist so that it indicates a path. */
export async function answersTheChecklist(page: Page, indicating: 'a' | 'b' | 'c') {
  for (const [question, answer] of Object.entries(said[indicating])) {
    await page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()
  }
  await presses(page, 'Show what it indicates')
}

/** What every decision needs beside its path. */
export async function saysTierAndReason(
  page: Page,
  { tier = 3, reason = 'Worry and sleep' }: { tier?: 2 | 3; reason?: string },
) {
  const entry =
    tier === 2
      ? '2: A triage decision led to brief school support or to an assessment.'
      : '3: Tier 2 support was reviewed and was not enough.'
  await answers(page, 'Which support tier?', new RegExp(`Tier ${tier}`))
  await picks(page, 'Entry criterion that is met', entry)
  await picks(page, 'Main reason', reason)
}

export async function choosesAPartner(page: Page, { navigator }: { navigator: string }) {
  await answers(page, 'Which path does it take?', /Path \(b\)/)
  await picks(page, 'Navigator who makes the handoff', navigator)
}

export const decides = (page: Page): Promise<void> => presses(page, 'Decide the path')
