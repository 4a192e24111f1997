import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { families } from '../riverside/families.ts'
import { presses, reads, sees, types } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { raisesAConcern } from './steps/triage.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const theirs = `/students/${families.sofia.id}`
const words = 'Records are opened for the work at hand, and for nothing else.'

async function givenDanielReadsARecord({ enter }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto(theirs)
  await sees(daniel, nameOf('sofia'))
  return daniel
}

async function whenTheWordsForStaffChange({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto('/acknowledgements/terms?audience=school')
  await types(leila, 'What they keep to', words)
  await types(leila, 'Days it holds', '180')
  await accessible(leila)
  await presses(leila, 'Publish it')
  // Whoever published them reads them too.
  await leila.getByRole('link', { name: 'Read and acknowledge' }).click()
  await reads(leila, words)
}

async function thenHeIsHeldAtHisNextPage(daniel: Page, { accessible }: Stage) {
  await daniel.goto(theirs)
  await reads(daniel, /acknowledge/)
  expect(await daniel.getByText(nameOf('sofia')).count()).toBe(0)
  await accessible(daniel)
  await daniel.goto('/referrals')
  await reads(daniel, 'Read and acknowledge')
}

async function thenACrisisStillStarts(daniel: Page) {
  await daniel.goto('/crisis')
  await presses(daniel, 'Start the incident')
  await daniel.waitForURL('**/crisis/incidents/*')
  await reads(daniel, 'Stay with the student. They are not left alone.')
}

async function thenAConcernStillGoesThrough(daniel: Page) {
  await raisesAConcern(daniel, { about: nameOf('mateo'), observed: 'Cries at lunch since Monday.' })
  await presses(daniel, 'Send the concern')
  await reads(daniel, nameOf('mateo'))
}

async function whenHeAcknowledges(daniel: Page, { accessible }: Stage) {
  await daniel.goto(theirs)
  await daniel.getByRole('link', { name: 'Read and acknowledge' }).click()
  await sees(daniel, 'What you keep to')
  await reads(daniel, words)
  await reads(daniel, 'Crisis and raising a concern stay open without it.')
  await accessible(daniel)
  await presses(daniel, 'I have read this and keep to it')
}

journey(
  'Words change: whoever has not acknowledged them is held, but not from helping [R141]',
  async (stage) => {
    const daniel = await givenDanielReadsARecord(stage)
    await whenTheWordsForStaffChange(stage)
    await thenHeIsHeldAtHisNextPage(daniel, stage)
    await thenACrisisStillStarts(daniel)
    await thenAConcernStillGoesThrough(daniel)
    await whenHeAcknowledges(daniel, stage)
    await daniel.waitForURL(`**${theirs}`)
    await sees(daniel, nameOf('sofia'))
  },
)
