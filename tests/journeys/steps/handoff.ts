import type { Page } from '@playwright/test'
import { answers, follows, picks, presses, reads, sees, ticks, types } from './page.ts'

/** From Today to the handoff of a student. */
export async function opensTheHandoff(page: Page, student: string) {
  await page.goto('/today')
  const promise = page.getByRole('listitem').filter({ hasText: student }).first()
  await follows(promise, /handoff/i)
  await sees(page, /^Warm handoff/)
}

/** A call that reached the family, in the contact log. */
export async function logsTheCall(page: Page) {
  await follows(page, 'Contact log')
  await sees(page, 'Contact log')
  await answers(page, 'How do you talk?', 'By phone')
  await answers(page, 'What came of it?', 'Spoke with the caregiver')
  await presses(page, 'Record the try')
  await reads(page, /1 try to reach the family/)
}

export async function choosesTheAgency(page: Page, agency: string) {
  await answers(page, 'Which agency?', new RegExp(`^${agency}`))
  await presses(page, 'Choose this agency')
  await reads(page, `Agency: ${agency}`)
}

export async function saysWhoTalks(page: Page, { interpreter }: { interpreter?: string }) {
  await answers(page, 'How do you talk?', 'By phone')
  if (interpreter !== undefined) await types(page, /^Interpreter/, interpreter)
  await answers(page, /take part/, 'Yes')
  await presses(page, 'Save who talks')
}

export async function tellsTheFourPoints(page: Page) {
  await ticks(
    page,
    'What the service is',
    'What happens at the first visit',
    'What they will ask',
    'What they may choose, and refuse',
  )
  await presses(page, 'Save what was told')
}

/** Consent questions, one at a time: what is asked, and what the family says. */
export async function asksForConsent(
  page: Page,
  said: readonly ('Yes' | 'No' | 'Decide later')[],
  { witness }: { witness: string },
) {
  for (const [place, answer] of said.entries()) {
    const question = page.getByRole('group', { name: new RegExp(`Question ${place + 1} of`) })
    await question.getByLabel(answer, { exact: true }).check()
    if (place === 0) {
      const spoken = page.getByLabel(/^Witness/)
      if ((await spoken.inputValue()) === '') await spoken.fill(witness)
    }
    await page.getByRole('button', { name: /^Save(, ask the next| the answer)$/ }).click()
  }
}

export async function sendsWithTheCaregiverThere(page: Page, agency: string) {
  await answers(page, 'Is the caregiver there now?', /^Yes/)
  await presses(page, `Send to ${agency}`)
}

export async function hearsTheReceipt(page: Page, from: string) {
  await types(page, 'Confirmed by', from)
  await presses(page, 'Save the receipt')
  await reads(page, new RegExp(`${from} confirmed`))
}

export async function booksTheFirstVisit(page: Page, { on, at }: { on: string; at: string }) {
  await types(page, 'Day', on)
  await types(page, 'Time', at)
  await presses(page, 'Book the visit')
}

export async function settlesGettingThere(
  page: Page,
  { interpreter = false }: { interpreter?: boolean } = {},
) {
  await picks(page, 'How will they get there?', 'Own car')
  if (interpreter) await answers(page, 'Is an interpreter booked for the visit?', 'Yes')
  await picks(page, 'How is care paid for?', 'Medicaid')
  await presses(page, 'Save getting there')
}

export async function givesThePlan(page: Page, language: string) {
  await picks(page, 'Language of the plan', language)
  await ticks(page, 'Paper')
  await presses(page, 'Save that the plan was given')
}
