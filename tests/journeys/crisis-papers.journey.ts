import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { joinTeam } from '#drills/join-team.ts'
import { schools } from '../riverside/places.ts'
import { reads, sees } from './steps/page.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const sheets = ['Letter', 'A4'] as const
const ofSchool = `?school=${schools.alderCreek.id}`

/** How many sheets a page comes to, as the browser prints it. */
async function sheetsOf(page: Page, format: (typeof sheets)[number]): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** A team as large as they come: all of it fits on the sheet. */
const team = Array.from({ length: 14 }, (_, at) => ({
  kind: (['professional', 'caregiver', 'community'] as const)[at % 3],
  name: `Somebody Number ${at + 1}`,
  role: 'Comes from the neighborhood and knows many families',
  phone: `555-01${50 + at}`,
}))

async function givenASchoolWithATeam({ being }: Stage) {
  for (const member of team) {
    const outcome = await joinTeam.perform(being('ruth'), { schoolId: schools.alderCreek.id, ...member })
    expect(outcome.done).toBe(true)
  }
}

async function eachPaperIsOneSheet({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  for (const [paper, title] of [
    ['card', 'Contact card'],
    ['script', 'Crisis script'],
    ['form', 'Crisis form'],
    ['roster', 'Crisis team roster'],
  ] as const) {
    await ruth.goto(`/crisis/papers/${paper}${ofSchool}`)
    await sees(ruth, title)
    await accessible(ruth)
    for (const format of sheets) expect(await sheetsOf(ruth, format), `${paper} on ${format}`).toBe(1)
  }
}

/** Whom the roster names, and how each is reached. */
async function andTheRosterNamesTheTeam({ enter }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto(`/crisis/papers/roster${ofSchool}`)
  await reads(ruth, `Crisis team of ${schools.alderCreek.name}`)
  for (const { name, phone } of team) await reads(ruth.getByRole('row', { name: `${name},` }), phone)
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
  'The contact card, the script, the form and the roster are one sheet each, on Letter and on A4 [R373]',
  async (stage) => {
    stage.at('2026-10-13T20:30:00Z')
    await givenASchoolWithATeam(stage)
    await eachPaperIsOneSheet(stage)
    await andTheRosterNamesTheTeam(stage)
    await andTheCardSaysWhenEachNumberWasCheckedAndBy(stage)
    await whileALongPageIsMore(stage)
  },
  60_000,
)
