import type { Page } from '@playwright/test'
import { answers, follows, presses, reads, sees } from './page.ts'

/** A row of the inbox, by the student it is about. */
export const rowOf = (page: Page, student: string) =>
  page.getByRole('listitem').filter({ hasText: student }).first()

export async function opensThePacket(page: Page, student: string) {
  await page.goto('/inbox')
  await follows(page, student)
  await sees(page, student)
}

export async function acceptsNamingAClinician(page: Page, clinician: string) {
  await answers(page, 'Clinician', clinician)
  await presses(page, /^Accept$/)
  await reads(page, new RegExp(`${clinician} holds clinical responsibility`))
}

export async function declines(page: Page, reason: string) {
  const form = page
    .getByRole('group')
    .filter({ has: page.getByText('We cannot take this referral') })
    .first()
  await form.getByText('We cannot take this referral').click()
  await answers(page, 'Main reason', reason)
  await presses(form, 'Send this answer')
  await sees(page, 'Inbox')
}

/** The yes-or-no question of the inbox. */
export async function saysWhetherTheyCame(page: Page, student: string, came: 'Came' | 'Did not come') {
  await page.goto('/inbox')
  await reads(page, /Did they come/)
  await rowOf(page, student).getByRole('button', { name: came, exact: true }).click()
  await page.waitForURL('**/inbox')
}
