import { expect } from 'vitest'
import type { Page } from '@playwright/test'
import { answers, follows, presses, reads, sees, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

/** Crisis help stands before anything that is asked. */
async function crisisHelpComesFirst(page: Page, danger: string) {
  const [help, heading] = await Promise.all([
    page.getByRole('heading', { name: danger }).boundingBox(),
    page.getByRole('heading', { level: 1 }).boundingBox(),
  ])
  expect(help?.y ?? Infinity).toBeLessThan(heading?.y ?? 0)
  await page.getByRole('link', { name: /988/ }).first().waitFor()
}

async function givenAPhone({ stranger }: Stage) {
  const page = await stranger()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/ask/alder-creek')
  return page
}

async function whenACaregiverAsksInSpanish(page: Page, { accessible }: Stage) {
  await crisisHelpComesFirst(page, 'In danger now? Do not wait for an answer here.')
  await accessible(page)
  await follows(page, 'Español')
  await sees(page, 'Pedir ayuda')
  await crisisHelpComesFirst(page, '¿Hay peligro ahora? No espere una respuesta aquí.')
  await accessible(page)
  await follows(page, /^Soy madre, padre/)
  await accessible(page)
  await page.getByRole('button').last().click()
  await page.getByRole('alert').waitFor()
  await accessible(page)
  await page.getByRole('textbox').nth(0).fill('Ada Lind')
  await page.getByRole('textbox').nth(1).fill('7')
  await page.getByRole('textbox').nth(2).fill('No duerme y no quiere hablar.')
  await page.getByRole('textbox').nth(3).fill('Sara Lind')
  await page.getByRole('textbox').nth(4).fill('555-0132')
  await page.getByRole('radio', { name: /^Esta semana/ }).check()
  await page.getByRole('button').last().click()
  await page.waitForURL('**/received?lang=es')
  await accessible(page)
}

async function whenTheAddressIsWrong(page: Page, { accessible }: Stage) {
  await page.goto('/ask/alder-creek')
  const [reply] = await Promise.all([
    page.waitForResponse('**/ask/alder-crek'),
    page.goto('/ask/alder-crek', { referer: page.url() }),
  ])
  expect(reply.status()).toBe(404)
  await crisisHelpComesFirst(page, 'In danger now? Do not wait for an answer here.')
  expect(await page.getByText('Today').count()).toBe(0)
  await accessible(page)
  await follows(page, 'Back to the page before')
  await sees(page, 'Ask for help')
}

const asksAsAStudent = async (page: Page, name: string) => {
  await page.goto('/ask/alder-creek/student?lang=en')
  await types(page, 'Your name', name)
  await answers(page, /How soon/, 'This week')
  await presses(page, 'Ask for help')
  await page.waitForURL('**/received?lang=en')
  return page.getByRole('main').innerText()
}

async function thenAStudentReadsTheSameWordsAsAnybody(page: Page, { accessible }: Stage) {
  await page.goto('/ask/alder-creek/student')
  await accessible(page)
  const known = await asksAsAStudent(page, 'Owen Marsh')
  const unknown = await asksAsAStudent(page, 'Quentin Xylander')
  expect(known).toContain('We have your message')
  expect(unknown).toBe(known)
  await accessible(page)
}

async function thenDanielFindsThemInTheQueue({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/concerns')
  await reads(daniel, 'About “Owen Marsh”, not matched yet')
  await reads(daniel, 'About “Quentin Xylander”, not matched yet')
  await accessible(daniel)
  await follows(daniel, 'About “Ada Lind”, not matched yet')
  await reads(daniel, 'No duerme y no quiere hablar.')
  await accessible(daniel)
  await presses(daniel, 'It is Ada Lind')
  await daniel.getByText('Typed on the public page').waitFor({ state: 'detached' })
  await sees(daniel, 'Ada Lind')
}

async function thenATeacherDoesNot({ enter }: Stage) {
  const joan = await enter('joan')
  expect((await joan.goto('/concerns'))?.status()).toBe(403)
  await joan.goto('/concerns/mine')
  await reads(joan, 'You have raised no concern.')
}

journey(
  'A caregiver and a student ask for help on the public page, and a counselor knows who it is [R004] [R005]',
  async (stage) => {
    const page = await givenAPhone(stage)
    await whenACaregiverAsksInSpanish(page, stage)
    await thenAStudentReadsTheSameWordsAsAnybody(page, stage)
    await whenTheAddressIsWrong(page, stage)
    await thenDanielFindsThemInTheQueue(stage)
    await thenATeacherDoesNot(stage)
  },
)
