import type { Page } from '@playwright/test'
import { picks, presses, reads, types } from './page.ts'

export async function opensTheClosing(page: Page, referralId: string) {
  await page.goto(`/referrals/${referralId}/closing`)
}

export async function confirmsTheFeedback(page: Page) {
  await presses(page, 'Yes, we know enough')
  await reads(page, /Close the loop/)
}

export async function closesConnected(page: Page) {
  await picks(page, 'Exit criterion that is met', 'The clinician who holds responsibility says the goals of care are met.')
  await types(page, 'What goes on at school, or how support steps down', 'Check-ins at school once a month.')
  await presses(page, 'Close the loop')
}
