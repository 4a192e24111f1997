import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { sees } from './steps/page.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const sheets = ['Letter', 'A4'] as const

/** How many sheets a page comes to, as the browser prints it. */
async function sheetsOf(page: Page, format: (typeof sheets)[number]): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

async function eachPaperIsOneSheet({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  for (const [paper, title] of [
    ['card', 'Contact card'],
    ['script', 'Crisis script'],
    ['form', 'Crisis form'],
  ] as const) {
    await ruth.goto(`/crisis/papers/${paper}`)
    await sees(ruth, title)
    await accessible(ruth)
    for (const format of sheets) expect(await sheetsOf(ruth, format), `${paper} on ${format}`).toBe(1)
  }
}

async function andTheCardSaysWhenEachNumberWasCheckedAndBy({ enter }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/crisis/papers/card')
  const rows = await ruth.getByRole('row').allInnerTexts()
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows.slice(1)) expect(row).toMatch(/(?:Oct|Sep|Aug|never|Nobody|checked)/i)
}

/** What is long is more than one: the counting can see it. */
async function whileALongPageIsMore({ enter }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/crisis/papers/script')
  await ruth.evaluate(() => {
    const main = document.querySelector('main')
    for (let times = 0; times < 3; times++)
      for (const child of Array.from(main?.children ?? [])) main?.append(child.cloneNode(true))
  })
  expect(await sheetsOf(ruth, 'Letter')).toBeGreaterThan(1)
}

journeyOfBoth(
  'The contact card, the script and the form are one sheet each, on Letter and on A4 [R373]',
  async (stage) => {
    stage.at('2026-10-13T20:30:00Z')
    await eachPaperIsOneSheet(stage)
    await andTheCardSaysWhenEachNumberWasCheckedAndBy(stage)
    await whileALongPageIsMore(stage)
  },
  60_000,
)
