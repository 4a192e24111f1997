import type { Page } from '@playwright/test'
import { picks, presses, reads, types, unfolds } from './page.ts'

export async function confirmsTheFeedback(page: Page) {
  await presses(page, 'Yes, we know enough')
  await reads(page, 'Loop closed')
}

export async function closesConnected(page: Page) {
  await unfolds(page, 'Connected to care')
  await picks(
    page,
    'Exit criterion that is met',
    'The clinician who holds responsibility says the goals of care are met.',
  )
  await types(page, 'What goes on at school, or how support steps down', 'Check-ins at school once a month.')
  await presses(page, 'Close the referral')
}
